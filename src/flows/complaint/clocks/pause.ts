import { sayDateTime } from '../../../calendar/say.ts'
import { FieldErrors, UserError } from '../../../errors.ts'
import { findByWhich } from '../../../escalation/store/escalations.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../../flow.ts'
import { mustManage } from '../path/permissions.ts'
import { newest } from '../rules/ledger.ts'
import { writeReference } from '../rules/reference.ts'
import type { Complaint } from '../store/complaints.ts'
import { tell } from '../story.ts'
import { byId, type Rest } from '../which.ts'
import { LONGEST_REASON, pauseForm } from './cards/pause-form.ts'
import { pausedCard, resumedCard } from './cards/pausing-card.ts'
import { happens } from './change.ts'
import { pausingWords } from './messages/pausing.ts'
import { type Clock, unfinishedOf } from './store/clocks.ts'
import { walkAbout } from './walk-about.ts'

/** `/complaint pause C-12 <reason>`; where no reason is given a form asks for it. */
export async function pauseByCommand(ctx: Asking, complaint: Complaint, { text }: Rest): Promise<Reply> {
  const running = await runningOf(ctx, complaint)
  return text === '' ? ask(pauseForm(ctx.locale, complaint)) : pause(ctx, complaint, { running, reason: text })
}

export async function askWhyPause(ctx: Asking, value: string): Promise<Reply> {
  const complaint = await byId(ctx, value)
  await runningOf(ctx, complaint)
  return ask(pauseForm(ctx.locale, complaint))
}

export async function pauseByForm(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const complaint = await byId(ctx, context)
  const running = await runningOf(ctx, complaint)
  const reason = typeof values.reason === 'string' ? values.reason.trim() : ''
  if (reason === '') {
    throw new FieldErrors({ reason: pausingWords[ctx.locale].whyPause(writeReference(complaint.number)) })
  }
  return pause(ctx, complaint, { running, reason })
}

export async function resume(ctx: Asking, complaint: Complaint): Promise<Reply> {
  await mustManage(ctx, complaint)
  const reference = writeReference(complaint.number)
  const paused = (await unfinishedOf(ctx.db, complaint)).filter(({ state }) => state === 'paused')
  if (paused.length === 0) throw new UserError(pausingWords[ctx.locale].notPaused(reference))

  const clocks: Clock[] = []
  for (const clock of paused) clocks.push(await happens(ctx, complaint, { clock, event: 'resumed' }))
  await tell(ctx, complaint, { kind: 'resumed', detail: { clocks: clocks.map(({ kind }) => kind) } })
  return show(resumedCard(reader(ctx), { complaint, clocks }))
}

export const resumeByButton = async (ctx: Asking, value: string): Promise<Reply> => resume(ctx, await byId(ctx, value))

async function pause(
  ctx: Asking,
  complaint: Complaint,
  { running, reason }: { running: readonly Clock[]; reason: string },
): Promise<Reply> {
  if (reason.length > LONGEST_REASON) throw new UserError(pausingWords[ctx.locale].longReason(LONGEST_REASON))

  const clocks: Clock[] = []
  for (const clock of running) clocks.push(await happens(ctx, complaint, { clock, event: 'paused', reason }))
  await tell(ctx, complaint, { kind: 'paused', text: reason, detail: { clocks: clocks.map(({ kind }) => kind) } })
  return show(pausedCard(reader(ctx), { complaint, clocks, reason, goesOn: await isWalking(ctx, clocks) }))
}

/** The clocks that can be paused, by whoever may do it; else why there is none. */
async function runningOf(ctx: Asking, complaint: Complaint): Promise<Clock[]> {
  await mustManage(ctx, complaint)
  const words = pausingWords[ctx.locale]
  const reference = writeReference(complaint.number)
  const clocks = await unfinishedOf(ctx.db, complaint)
  const running = clocks.filter(({ state }) => state === 'running')
  if (running.length > 0) return running

  const [paused] = clocks
  if (!paused) throw new UserError(words.nothingRuns(reference))
  const { at, reason } = paused.ledger.findLast(({ event }) => event === 'paused') ?? newest(paused.ledger)
  const since = sayDateTime(at, ctx.actor.timeZone, ctx.locale)
  throw new UserError(words.alreadyPaused(reference, since, reason ?? ''))
}

/** One that is late without a walk is about to get one. */
async function isWalking(ctx: Asking, clocks: readonly Clock[]): Promise<boolean> {
  for (const clock of clocks) {
    const walk = await findByWhich(ctx.db, ctx.workspace.id, walkAbout(clock))
    if (clock.breachedAt && walk?.state !== 'resolved') return true
  }
  return false
}

const reader = ({ locale, actor }: Asking) => ({ locale, timeZone: actor.timeZone })
