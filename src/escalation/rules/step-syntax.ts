import type { Locale } from '../../chat/locale.ts'
import {
  LONGEST_WAIT_MINUTES,
  MOST_REPEATS,
  MOST_STEPS,
  SHORTEST_REPEAT_MINUTES,
  type Step,
  USUAL_REPEATS,
} from './policy.ts'
import { readWait, writeWait } from './wait-syntax.ts'

type Role = 'owner' | 'backup' | 'manager' | 'managers-manager' | 'admins'
/** Members and channels as they were written, to be looked up. */
export type Whom = { role: Role } | { member: string } | { channel: string }
export type WrittenStep = Omit<Step, 'tell'> & { whom: Whom }

export type StepProblem = 'noColon' | 'wait' | 'whom' | 'more' | 'longest' | 'repeat'
export type StepMistake = { line: number; problem: StepProblem; typed: string } | { problem: 'none' | 'many' }
type Name = (kind: 'member' | 'channel', id: string) => string

/** One step a line: `30m working: manager, every 15m x2, in working hours`. */
export function readSteps(typed: string): readonly WrittenStep[] | StepMistake {
  const lines = typed
    .split(/\r?\n/)
    .map((text, at) => ({ text: text.trim(), line: at + 1 }))
    .filter(({ text }) => text !== '')
  if (lines.length === 0) return { problem: 'none' }
  if (lines.length > MOST_STEPS) return { problem: 'many' }

  const steps: WrittenStep[] = []
  for (const { text, line } of lines) {
    const step = readStep(text)
    if ('problem' in step) return { line, ...step }
    steps.push(step)
  }
  return steps
}

export const isMistake = (read: readonly WrittenStep[] | StepMistake): read is StepMistake => 'problem' in read

/** As `readSteps` reads it. */
export function writeStep(step: Step, locale: Locale, nameOf: Name): string {
  const { after: minutes, clock, repeatEvery, times, respectWorkingHours } = step
  const words = WRITTEN[locale]
  const parts = [
    writeWhom(step, locale, nameOf),
    ...(repeatEvery ? [words.every(writeWait({ minutes: repeatEvery, clock: 'calendar' }, locale), times ?? 0)] : []),
    ...(respectWorkingHours ? [words.inHours] : []),
  ]
  return `${writeWait({ minutes, clock }, locale)}${words.colon}${parts.join(words.comma)}`
}

type Unread = { problem: StepProblem; typed: string }

function readStep(text: string): WrittenStep | Unread {
  const [, left = '', right = ''] = /^([^:：]*)[:：](.*)$/.exec(text) ?? []
  if (right.trim() === '') return { problem: 'noColon', typed: text }
  const wait = readWait(left)
  if (!wait) return { problem: 'wait', typed: left.trim() }
  if (wait.minutes > LONGEST_WAIT_MINUTES) return { problem: 'longest', typed: left.trim() }

  const { rest, repeat, respectWorkingHours, unread } = readManner(right)
  if (unread) return unread
  const whom = readWhom(rest)
  if (!whom) return { problem: /[,，]/.test(rest) ? 'more' : 'whom', typed: rest }
  return {
    after: wait.minutes,
    clock: wait.clock,
    whom,
    ...repeat,
    ...(respectWorkingHours && { respectWorkingHours }),
  }
}

type Manner = {
  rest: string
  repeat?: Pick<Step, 'repeatEvery' | 'times'>
  respectWorkingHours?: true
  unread?: Unread
}

/** What stands at the end, part by part; a name may have commas of its own. */
function readManner(right: string): Manner {
  const manner: Manner = { rest: right.trim() }
  for (;;) {
    const [, before = '', part = ''] = /^(.*)[,，]([^,，]*)$/.exec(manner.rest) ?? []
    const said = part.normalize('NFKC').trim().toLowerCase()
    if (IN_HOURS.test(said)) manner.respectWorkingHours = true
    else if (/^(every\b|每)/.test(said)) {
      const repeat = readRepeat(said)
      if (!repeat) return { ...manner, unread: { problem: 'repeat', typed: part.trim() } }
      manner.repeat = repeat
    } else return manner
    manner.rest = before.trim()
  }
}

const IN_HOURS = /^((in|during) )?(working|work|office) hours( only)?$|^仅?[限在]?工作时间内?$/
const EVERY = /^every\s*(.*?[a-z])(?:\s*[x×*]\s*(\d+)|\s+(\d+)\s*times?)?$/
const EVERY_CHINESE = /^每隔?\s*(.*?(?:天|小时|分钟?))\s*(?:重复|提醒)?\s*[x×]?\s*(?:(\d+)\s*次?)?$/

function readRepeat(said: string): Pick<Step, 'repeatEvery' | 'times'> | null {
  const [, length = '', times, more] = EVERY.exec(said) ?? EVERY_CHINESE.exec(said) ?? []
  const every = readWait(length)
  const count = Number(times ?? more ?? USUAL_REPEATS)
  if (!every || every.clock === 'working') return null
  const fits = every.minutes >= SHORTEST_REPEAT_MINUTES && every.minutes <= LONGEST_WAIT_MINUTES
  return fits && count >= 1 && count <= MOST_REPEATS ? { repeatEvery: every.minutes, times: count } : null
}

const ROLES: Readonly<Record<Role, readonly string[]>> = {
  owner: ['owner', '负责人'],
  backup: ['backup', '备岗'],
  manager: ['manager', '上级'],
  'managers-manager': ["manager's manager", '上级的上级'],
  admins: ['admins', 'administrators', '管理员'],
}

function readWhom(text: string): Whom | null {
  const said = text
    .normalize('NFKC')
    .toLowerCase()
    .replace('’', "'")
    .replace(/^(tell|通知)\s*/, '')
  const role = Object.entries(ROLES).find(([, names]) => names.includes(said))?.[0]
  if (role) return { role: role as Role }
  const [, member] = /^(?:[@＠]|(?:member|成员)\s+@?)\s*(.+)$/iu.exec(text) ?? []
  if (member) return { member: member.trim() }
  const [, channel] = /^(?:[#＃]|(?:channel|频道)\s+#?)\s*(.+)$/iu.exec(text) ?? []
  return channel ? { channel: channel.trim() } : null
}

function writeWhom({ tell }: Step, locale: Locale, nameOf: Name): string {
  switch (tell.to) {
    case 'member':
      return `@${nameOf('member', tell.memberId)}`
    case 'channel':
      return `#${nameOf('channel', tell.channelId)}`
    case 'owner':
    case 'backup':
    case 'manager':
    case 'managers-manager':
    case 'admins':
      return ROLES[tell.to][locale === 'en' ? 0 : ROLES[tell.to].length - 1] ?? tell.to
  }
}

const WRITTEN: Record<
  Locale,
  { colon: string; comma: string; inHours: string; every: (length: string, times: number) => string }
> = {
  en: { colon: ': ', comma: ', ', inHours: 'in working hours', every: (length, times) => `every ${length} x${times}` },
  'zh-CN': {
    colon: '：',
    comma: '，',
    inHours: '仅工作时间',
    every: (length, times) => `每${length}重复${times}次`,
  },
}
