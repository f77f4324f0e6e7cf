import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { parseCommandLine } from '../../../src/chat/command-line.ts'
import { wantedIn } from '../../../src/flows/ops/rules/chain-line.ts'
import { excerpt } from '../../../src/flows/ops/rules/excerpt.ts'
import { dayWordsIn, LONGEST_LEAVE_DAYS, readLeave } from '../../../src/flows/ops/rules/leave.ts'
import { changesOf, givenIn, readSettings } from '../../../src/flows/ops/rules/settings.ts'

describe('settings in words', () => {
  const present = {
    locale: 'en',
    timeZone: 'Europe/Berlin',
    workingDays: [1, 2, 3, 4, 5],
    workStart: '09:00',
    workEnd: '18:00',
  }

  it.each([
    [{ language: '中文' }, { locale: 'zh-CN' }],
    [{ language: 'English' }, { locale: 'en' }],
    [{ zone: 'Asia/Shanghai' }, { timeZone: 'Asia/Shanghai' }],
    [{ days: 'sun-thu' }, { workingDays: [1, 2, 3, 4, 7] }],
    [{ days: '周一到周四' }, { workingDays: [1, 2, 3, 4] }],
    [{ hours: '9-18' }, { workStart: '09:00', workEnd: '18:00' }],
    [{ hours: '8:30 – 17:00' }, { workStart: '08:30', workEnd: '17:00' }],
    [{ hours: '8:30到17:00' }, { workStart: '08:30', workEnd: '17:00' }],
    [{ hours: '9点到下午6点' }, { workStart: '09:00', workEnd: '18:00' }],
    [{ hours: '22-6' }, { workStart: '22:00', workEnd: '06:00' }],
    [{ workEnd: '12:00' }, { workEnd: '12:00' }],
  ])('reads %j', (given, read) => {
    expect(readSettings(given, present)).toEqual({ settings: { ...present, ...read }, wrong: [] })
  })

  it.each([
    [{ language: 'Klingon' }, 'noSuchLanguage'],
    [{ zone: 'Mars/Base' }, 'noSuchZone'],
    [{ days: 'none' }, 'noSuchDays'],
    [{ days: 'someday' }, 'noSuchDays'],
    [{ hours: '9' }, 'noSuchHours'],
    [{ hours: '9-25:00' }, 'noSuchHours'],
    [{ hours: '9-9' }, 'noTime'],
    [{ workStart: '25:00' }, 'noSuchTime'],
    [{ workStart: '18:00' }, 'noTime'],
  ])('refuses %j', (given, problem) => {
    expect(readSettings(given, present).wrong.map((one) => one.problem)).toEqual([problem])
  })

  it('names everything that is wrong at once', () => {
    const { wrong } = readSettings({ language: 'x', zone: 'x', days: 'x', hours: 'x' }, present)

    expect(wrong.map(({ field }) => field).sort()).toEqual(['days', 'hours', 'language', 'zone'])
  })

  it('changes only what differs, and remembers whose choice it was', () => {
    expect(changesOf(present, present)).toEqual({})
    expect(changesOf(present, { ...present, timeZone: 'UTC', locale: 'zh-CN' })).toEqual({
      timeZone: 'UTC',
      ownTimeZone: true,
      locale: 'zh-CN',
      ownLocale: true,
    })
  })

  it('takes the names of the options in both languages, and says which one it does not know', () => {
    expect(givenIn(parseCommandLine('时区:UTC hours:9-18'))).toEqual({
      given: { zone: 'UTC', hours: '9-18' },
    })
    expect(givenIn(parseCommandLine('colour:red'))).toEqual({ given: {}, unreadable: 'colour' })
    expect(givenIn(parseCommandLine('please'))).toEqual({ given: {}, unreadable: 'please' })
  })
})

describe('days of an absence', () => {
  const WEDNESDAY = Temporal.PlainDate.from('2026-03-04')
  const read = (from: string, to: string) => {
    const days = readLeave({ from, to }, WEDNESDAY)
    return 'problem' in days ? days.problem : `${days.from} ${days.to}`
  }

  it.each([
    ['2026-03-04', '2026-03-04', '2026-03-04 2026-03-04'],
    ['tomorrow', 'fri', '2026-03-05 2026-03-06'],
    ['fri', 'mon', '2026-03-06 2026-03-09'],
    ['mon', 'fri', '2026-03-09 2026-03-13'],
    ['周一', '周五', '2026-03-09 2026-03-13'],
    ['明天', '周五', '2026-03-05 2026-03-06'],
    ['2026-03-20', 'tue', '2026-03-20 2026-03-24'],
    ['dec 28', 'mar 5', '2026-12-28 2027-03-05'],
    ['2026-03-04', '2027-03-03', '2026-03-04 2027-03-03'],
  ])('reads %s to %s', (from, to, days) => {
    expect(read(from, to)).toBe(days)
  })

  it.each([
    ['2026-03-03', '2026-03-10', 'past'],
    ['2026-03-10', '2026-03-09', 'backwards'],
    ['2026-03-10', 'tomorrow', 'backwards'],
    ['2026-03-04', '2027-03-04', 'tooLong'],
    ['2026-02-30', '2026-03-09', 'noSuchDate'],
    ['someday', 'fri', 'noSuchDate'],
    ['fri', 'someday', 'noSuchDate'],
    ['', '', 'noSuchDate'],
  ])('refuses %s to %s', (from, to, problem) => {
    expect(read(from, to)).toBe(problem)
  })

  it('accepts exactly the absences from today on that are not longer than a year', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 30 }), fc.integer({ min: -5, max: 400 }), (ahead, length) => {
        const from = WEDNESDAY.add({ days: ahead })
        const to = from.add({ days: length })
        const fits = ahead >= 0 && length >= 0 && length < LONGEST_LEAVE_DAYS

        expect(!('problem' in readLeave({ from: `${from}`, to: `${to}` }, WEDNESDAY))).toBe(fits)
      }),
    )
  })

  it.each([
    [['tomorrow', 'fri'], { from: 'tomorrow', to: 'fri' }],
    [['mon', 'to', 'fri'], { from: 'mon', to: 'fri' }],
    [['周一到周五'], { from: '周一', to: '周五' }],
    [['从', '周一', '至', '周五'], { from: '周一', to: '周五' }],
    [['2026-03-04', '-', '2026-03-06'], { from: '2026-03-04', to: '2026-03-06' }],
    [['tomorrow'], { from: 'tomorrow', to: 'tomorrow' }],
    [[], null],
    [['mon-fri'], { from: 'mon', to: 'fri' }],
    [['dec', '3', 'dec', '10'], { from: 'dec 3', to: 'dec 10' }],
    [['next', 'wed'], { from: 'next wed', to: 'next wed' }],
    [['from', 'next', 'wed', 'to', 'dec', '3'], { from: 'next wed', to: 'dec 3' }],
    [['someday', 'fri'], { from: 'someday', to: 'fri' }],
    [['someday', 'or', 'never'], null],
    [['mon', 'tue', 'wed'], null],
    [['mon', 'to', 'tue', 'to', 'wed'], null],
  ])('finds the days among %j', (words, days) => {
    expect(dayWordsIn(words, WEDNESDAY)).toEqual(days)
  })
})

describe('who comes after whom, in words', () => {
  it.each([
    ['<@boss>', { manager: 'boss' }],
    ['<@mei> <@boss>', { member: 'mei', manager: 'boss' }],
    ['none', { manager: null }],
    ['<@mei> 无', { member: 'mei', manager: null }],
    ['<@mei> manager:<@boss>', { member: 'mei', manager: 'boss' }],
    ['manager:none', { manager: null }],
    ['backup:<@ben>', { backup: 'ben' }],
    ['<@ben> backup:<@ben>', { manager: 'ben', backup: 'ben' }],
    ['<@boss> 备岗：none', { manager: 'boss', backup: null }],
    ['<@mei> <@boss> backup:<@ben>', { member: 'mei', manager: 'boss', backup: 'ben' }],
    ['<@a> <@b> <@c>', null],
    ['<@a> <@b> none', null],
    ['boss', null],
    ['backup:ben', null],
  ])('reads %s', (line, wanted) => {
    expect(wantedIn(parseCommandLine(line))).toEqual(wanted)
  })
})

describe('a quotation', () => {
  it('is never cut inside a character and never long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (words) => {
        const quoted = excerpt(words)

        expect(Array.from(quoted).length).toBeLessThanOrEqual(61)
        expect(words.startsWith(quoted.replace(/…$/u, '')) || quoted === words).toBe(true)
      }),
    )
  })
})
