import { DAY_MINUTES, type Event, type Rule, type Year } from './plan.ts'

/** An alert as one line: its rule, when it opened and ended, how often it fired and came back. */
export type Line = string
type Known = ReadonlyMap<number, number>
type State = { isFiring: boolean; firings: number }
type Open = { opened: number; ended: number | null; firings: number; before: number; comebacks: number }

const MISSING_AT = 9 * 60
const SOON = 60

/**
 * The alerts of a year, reckoned apart from the program: whenever something happens, each rule is judged from the first
 * day on, with whole numbers.
 */
export function expectedOf(year: Year): Line[] {
  const values = Array.from({ length: year.kpis }, () => new Map<number, number>())
  const alerts = year.rules.map((): Open[] => [])
  const judgeAll = (kpis: Iterable<number>, minute: number) => {
    for (const kpi of kpis)
      for (let nth = 0; nth < 3; nth++) {
        const rule = year.rules[3 * kpi + nth]
        const known = values[kpi]
        if (rule && known) follow(alerts[3 * kpi + nth] ?? [], stateOf(rule, known, minute), minute)
      }
  }
  for (const event of [...year.events, ...mornings(year)].toSorted(byMinute)) {
    if (event.kind === 'morning') judgeAll(Array(year.kpis).keys(), event.minute)
    if (event.kind !== 'batch') continue
    const changed = event.values.filter(({ kpi, day, value }) => values[kpi]?.get(day) !== value)
    for (const { kpi, day, value } of changed) values[kpi]?.set(day, value)
    judgeAll(new Set(changed.map(({ kpi }) => kpi)), event.minute)
  }
  return alerts.flatMap((of, rule) => of.map((one) => lineOf(rule, one))).toSorted()
}

export const lineOf = (rule: number, { opened, ended, firings, before, comebacks }: Open): Line =>
  `rule ${String(rule).padStart(4, '0')} ${opened}–${ended ?? ''} ${before + firings}× ${comebacks}`

type Morning = { kind: 'morning'; minute: number }
const byMinute = (a: Event | Morning, b: Event | Morning) => a.minute - b.minute || rank(a) - rank(b)
const rank = ({ kind }: Event | Morning) => (kind === 'morning' ? 0 : 1)

/** Values are missing from nine on a working day on; whoever sleeps then finds out when they wake. */
function mornings({ days, events }: Year): Morning[] {
  const sleeps = events.filter((one) => one.kind === 'sleep')
  return Array.from({ length: days }, (_, day) => day)
    .filter(isWorkday)
    .map((day) => {
      const minute = day * DAY_MINUTES + MISSING_AT
      const sleep = sleeps.find((one) => one.minute < minute && minute <= one.until)
      return { kind: 'morning', minute: sleep?.until ?? minute }
    })
}

const isWorkday = (day: number): boolean => day % 7 < 5

function stateOf(rule: Rule, known: Known, minute: number): State {
  if (rule.kind === 'missing') return missingState(rule.times, known, minute)
  let state: State = { isFiring: false, firings: 0 }
  let row = 0
  for (const day of [...known.keys()].toSorted((a, b) => a - b)) {
    const verdict = verdictOf(rule, day, known)
    row = verdict === 'breach' ? row + 1 : 0
    if (verdict === 'clear') state = { isFiring: false, firings: 0 }
    else if (verdict === 'breach' && (state.isFiring || row >= (rule.kind === 'bound' ? rule.row : 1)))
      state = { isFiring: true, firings: state.firings + 1 }
  }
  return state
}

function missingState(times: number, known: Known, minute: number): State {
  const newest = Math.max(-1, ...known.keys())
  let missing = 0
  for (let day = newest + 1; ; day++) {
    if (!isWorkday(day)) continue
    let due = day + 1
    while (!isWorkday(due)) due++
    if (due * DAY_MINUTES + MISSING_AT > minute) break
    missing++
  }
  return missing >= times ? { isFiring: true, firings: missing - times + 1 } : { isFiring: false, firings: 0 }
}

type Verdict = 'breach' | 'between' | 'clear' | 'unknown'

function verdictOf(rule: Exclude<Rule, { kind: 'missing' }>, day: number, known: Known): Verdict {
  const value = known.get(day) ?? 0
  switch (rule.kind) {
    case 'bound':
      return boundVerdict(rule, value)
    case 'change': {
      const before = dayBefore(day, known)
      if (before === null || before === 0) return 'unknown'
      const change = rule.way === 'rise' ? value - before : before - value
      return change * 100 > rule.percent * before ? 'breach' : 'clear'
    }
    case 'deviation':
      return deviationVerdict(
        rule,
        value,
        [...known].filter(([at]) => at < day),
      )
  }
}

function boundVerdict({ way, bound, clear }: Extract<Rule, { kind: 'bound' }>, value: number): Verdict {
  const sign = way === 'above' ? 1 : -1
  if (sign * (value - bound) > 0) return 'breach'
  return sign * (value - clear) > 0 ? 'between' : 'clear'
}

function deviationVerdict(
  { sigmas, last, least }: Extract<Rule, { kind: 'deviation' }>,
  value: number,
  earlier: readonly [number, number][],
): Verdict {
  const window = earlier.toSorted(([a], [b]) => a - b).slice(-last)
  if (window.length < least) return 'unknown'
  const sum = window.reduce((total, [, one]) => total + one, 0)
  const squares = window.reduce((total, [, one]) => total + one * one, 0)
  const distance = (window.length * value - sum) ** 2
  return distance > sigmas ** 2 * (window.length * squares - sum * sum) ? 'breach' : 'clear'
}

function dayBefore(day: number, known: Known): number | null {
  for (let at = day - 1; at >= day - 31; at--) {
    const value = known.get(at)
    if (value !== undefined) return value
    if (isWorkday(((at % 7) + 7) % 7)) return null
  }
  return null
}

function follow(alerts: Open[], { isFiring, firings }: State, minute: number): void {
  const newest = alerts.at(-1)
  const open = newest && newest.ended === null ? newest : null
  if (!isFiring) {
    if (open) open.ended = minute
  } else if (open) open.firings = firings
  else if (newest?.ended != null && minute - newest.ended < SOON)
    Object.assign(newest, {
      before: newest.before + newest.firings,
      firings,
      comebacks: newest.comebacks + 1,
      ended: null,
    })
  else alerts.push({ opened: minute, ended: null, firings, before: 0, comebacks: 0 })
}
