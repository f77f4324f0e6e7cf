import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'
import type { ClockKind } from '../../rules/targets.ts'

/** The arithmetic of a clock, part by part; `sentence` puts the parts together. */
const en = {
  title: (reference: string) => `How the time of ${reference} adds up`,
  summary: (reference: string) => `The clocks of ${reference}`,
  none: (reference: string) => `${reference} has no clocks.`,
  head: (target: string, kind: ClockKind) => `${target} ${kind === 'acknowledge' ? 'to acknowledge' : 'to reply'}`,
  round: (head: string, round: number) => (round > 1 ? `${head}, round ${round}` : head),
  sentence: (head: string, parts: readonly string[]) => `${head}: ${parts.join('; ')}.`,
  used: (used: string) => `${used} used`,
  usedAndPaused: (used: string, paused: string, why: string) => `${used} used, paused ${paused}: ${why}`,
  left: (left: string) => `${left} left`,
  over: (over: string) => `${over} over`,
  due: (due: string, promised: string | null) => `due ${due}${promised ? `, first promised ${promised}` : ''}`,
  pausedNow: (since: string) => `paused since ${since}, due when it runs on`,
  breached: (at: string, promised: string | null) =>
    `late since ${at}${promised ? `, first promised ${promised}` : ''}`,
  dueNow: (due: string) => `would be due ${due} now`,
  met: (at: string, due: string) => `done ${at}, in time (due ${due})`,
  metLate: (at: string, due: string) => `done ${at}, late (due ${due})`,
  stopped: (at: string) => `ended ${at} without it`,
  together: '; ',

  started: (target: string, due: string) => `started: ${target}, due ${due}`,
  paused: (who: string | null, why: string) => `paused${who ? ` by ${who}` : ''}: ${why}`,
  resumed: (who: string | null, due: string) => `runs on${who ? `, by ${who}` : ''}: due ${due}`,
  retargeted: (who: string | null, target: string, due: string) =>
    `severity or type changed${who ? ` by ${who}` : ''}: now ${target}, due ${due}`,
  replanned: (due: string) => `working hours were changed: due ${due}`,
  breach: 'time was up',
  done: (who: string | null) => (who ? `done by ${who}` : 'done'),
  ended: (who: string | null, why: string) => `ended${who ? ` by ${who}` : ''}${why ? `: ${why}` : ''}`,
  row: (when: string, what: string) => `${when}: ${what}`,
  zone: (zone: string) => `Times are yours (${zone}). What ran before a change stays as it was measured.`,
}

const zhCN: typeof en = {
  title: (reference) => `${reference} 的计时明细`,
  summary: (reference) => `${reference} 的时限`,
  none: (reference) => `${reference} 没有计时。`,
  head: (target, kind) => `${kind === 'acknowledge' ? '受理时限' : '回复时限'} ${target}`,
  round: (head, round) => (round > 1 ? `${head}（第 ${round} 轮）` : head),
  sentence: (head, parts) => `${head}：${parts.join('；')}。`,
  used: (used) => `已用 ${used}`,
  usedAndPaused: (used, paused, why) => `已用 ${used}，暂停 ${paused}（${why}）`,
  left: (left) => `剩余 ${left}`,
  over: (over) => `超出 ${over}`,
  due: (due, promised) => `应于 ${due} 前完成${promised ? `，最初承诺 ${promised}` : ''}`,
  pausedNow: (since) => `${since} 起暂停，恢复后再计算到期时间`,
  breached: (at, promised) => `${at} 起超时${promised ? `，最初承诺 ${promised}` : ''}`,
  dueNow: (due) => `按现行时限应于 ${due} 前完成`,
  met: (at, due) => `${at} 按时完成，原定 ${due} 到期`,
  metLate: (at, due) => `${at} 超时完成，原定 ${due} 到期`,
  stopped: (at) => `${at} 终止，不再计时`,
  together: '；',

  started: (target, due) => `开始计时，时限 ${target}，${due} 到期`,
  paused: (who, why) => spaced`${who ?? ''}暂停计时：${why}`,
  resumed: (who, due) => spaced`${who ?? ''}恢复计时，${due} 到期`,
  retargeted: (who, target, due) => spaced`${who ?? ''}调整了级别或类型，时限改为 ${target}，${due} 到期`,
  replanned: (due) => `工作时间已修改，${due} 到期`,
  breach: '已到期，未完成',
  done: (who) => (who ? spaced`${who}完成` : '已完成'),
  ended: (who, why) => spaced`${who ?? ''}终止计时${why ? `：${why}` : ''}`,
  row: (when, what) => `${when}：${what}`,
  zone: (zone) => `时间按你所在的时区（${zone}）显示。变更之前的用时保持原来的计算结果。`,
}

export const clockWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
