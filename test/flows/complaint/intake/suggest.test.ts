import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suggest } from '../../../../src/flows/complaint/rules/suggest.ts'

describe('what the words of a complaint suggest', () => {
  it.each([
    ['The kettle caught fire in her kitchen', 1, ['caught fire']],
    ['A guest was injured by the door', 1, ['injured']],
    ['His data was leaked: a data breach', 1, ['data breach']],
    ['They will sue us, says the lawyer', 1, ['sue', 'lawyer']],
    ['水壶起火，客户烫伤了手', 1, ['起火', '烫伤']],
    ['客户说要起诉我们', 1, ['起诉']],
    ['She cannot use the app since Monday', 2, ['cannot use']],
    ['Many customers ask for a refund', 2, ['many customers', 'refund']],
    ['系统无法使用，要求退款', 2, ['无法使用', '退款']],
    ['The parcel came a day after the invoice', 3, []],
    ['快递晚了一天', 3, []],
    ['A typo on the box', 4, ['typo']],
    ['包装上有错别字', 4, ['错别字']],
  ])('%s: S%s', (text, severity, words) => {
    const suggested = suggest(text)

    expect([suggested.severity, suggested.severityWords]).toEqual([severity, words])
  })

  it.each([
    ['The parcel never arrived', 'delivery'],
    ['The courier lost the package, and shipping was slow', 'delivery'],
    ['He was charged twice on one invoice', 'billing'],
    ['The lid is broken and the quality poor', 'product'],
    ['The hotline hung up, the staff was rude', 'service'],
    ['Too much paperwork for a registration', 'process'],
    ['Something is not right', 'other'],
    ['快递一直没收到', 'delivery'],
    ['发票金额多收了 20 元', 'billing'],
    ['水壶漏水，质量太差', 'product'],
    ['客服态度恶劣', 'service'],
    ['退换手续太繁琐', 'process'],
    ['说不清楚哪里不对', 'other'],
  ])('%s: %s', (text, type) => {
    expect(suggest(text).type).toBe(type)
  })

  it('hears what is denied as not said', () => {
    expect(suggest('Nobody was hurt, but the lid is broken').severity).toBe(3)
    expect(suggest('It did not burn').severity).toBe(3)
    expect(suggest('设备停了一小时，没有人员受伤').severity).toBe(3)
    expect(suggest('未起火').severity).toBe(3)
    expect(suggest('Nobody was hurt at first. Then she was hurt').severity).toBe(1)
  })

  it('takes no word for another that only has its letters', () => {
    expect(suggest('He was fired up about the campfire songs').severity).toBe(3)
    expect(suggest('The issue with the tissue').severity).toBe(3)
  })

  it('reads full-width letters, capitals and curly apostrophes', () => {
    expect(suggest('ＦＩＲＥ in the shop').severity).toBe(1)
    expect(suggest('I CAN’T USE it').severity).toBe(2)
  })

  it('says only words that stand in the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.constantFrom('fire', '退款', 'parcel', 'typo'), (noise, word) => {
        const text = `${noise} ${word} ${noise}`
        const { severityWords, typeWords } = suggest(text)
        const said = text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ')

        for (const found of [...severityWords, ...typeWords]) expect(said).toContain(found)
      }),
    )
  })
})
