import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseCommandLine } from '../../../src/chat/command-line.ts'
import { readFilters } from '../../../src/flows/risk/views/filters.ts'
import { cardOf, type House } from '../../support/house.ts'
import { newRisk, openOffice, saidIn } from './office.ts'

describe('the words of a list', () => {
  it.each([
    ['mine high', { isMine: true, levels: ['high'], text: null }],
    ['我的 极高 高', { isMine: true, levels: ['high', 'critical'], text: null }],
    ['category:"Supply chain" line:2', { category: 'Supply chain', line: 2, text: null }],
    ['类别:法规 防线：３', { category: '法规', line: 3, text: null }],
    ['逾期', { isOverdue: true, text: null }],
    ['overdue closed unassessed', { isOverdue: true, isClosed: true, isUnassessed: true }],
    ['<@b1> supplier fails', { ownerIds: ['b1'], text: 'supplier fails' }],
    ['http://x size:3', { text: 'http://x size:3' }],
    ['', { isMine: false, levels: [], text: null, category: null }],
  ])('%s', (typed, filters) => {
    expect(readFilters(parseCommandLine(typed))).toMatchObject(filters)
  })
})

describe('the register', () => {
  let house: House
  beforeAll(async () => {
    house = await openOffice()
    await newRisk(house, 'ben', { title: 'Fire', cause: 'Heat', likelihood: '3', impact: '5' })
    await newRisk(house, 'ana', { title: '供应商倒闭', likelihood: '5', impact: '5', line: '2' })
    await newRisk(house, 'ben', { title: 'Unknown' })
    for (let count = 0; count < 9; count++)
      await newRisk(house, 'kai', { title: `Small ${count}`, likelihood: '1', impact: '1' })
  })
  afterAll(() => house.close())

  const list = async (who: string, typed: string) =>
    [...saidIn(await house.as(who).command(`/risk list ${typed}`)).matchAll(/^R-(\d+) /gm)].map(([, number]) =>
      Number(number),
    )

  it('is listed from the highest down, unassessed ones last, a page at a time', async () => {
    const page = cardOf(await house.as('udo').command('/risk list'))
    expect(
      [...saidIn({ kind: 'card', card: page }).matchAll(/^R-(\d+) /gm)].map(([, one]) => Number(one)).slice(0, 3),
    ).toEqual([2, 1, 4])
    const second = saidIn(await house.as('udo').press(page, 'Next'))
    expect(second).toContain('Page 2 of 2')
    expect(second).toMatch(/R-3 Unknown · not assessed yet[^\n]*\n/)
  })

  it('finds by owner, level, line, category, words and lateness', async () => {
    expect(await list('ben', 'mine')).toEqual([1, 3])
    expect(await list('mei', '极高')).toEqual([2])
    expect(await list('mei', '倒闭')).toEqual([2])
    expect(await list('ana', 'heat')).toEqual([1])
    expect(await list('ana', 'r3')).toEqual([3])
    expect(await list('ana', 'line:2')).toEqual([2])
    expect(await list('ana', '<@ben> unassessed')).toEqual([3])
    expect(await list('ana', 'category:market')).toEqual([])
    expect(saidIn(await house.as('ana').command('/risk list category:Weather'))).toContain('/risk categories')
    expect(saidIn(await house.as('ana').command(`/risk list ${'x'.repeat(12_000)}`))).toContain('up to 200')
    await house.db.risk.update({
      where: { workspaceId_number: { workspaceId: house.workspace.id, number: 1 } },
      data: { nextReviewOn: new Date('2026-03-01') },
    })
    expect(await list('ana', 'overdue')).toEqual([1])
    expect(saidIn(await house.as('mei').command('/risk 列表 逾期'))).toContain('应于3月1日（周日）复审')
  })
})
