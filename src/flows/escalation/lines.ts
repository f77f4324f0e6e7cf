import type { Policy, Step } from '../../escalation/rules/policy.ts'
import { writeStep } from '../../escalation/rules/step-syntax.ts'
import type { Asking } from '../../flow.ts'
import { namesFor } from './names.ts'

/** The steps as they are written, with the names of today. */
export async function linesOf(ctx: Asking, { steps }: Pick<Policy, 'steps'>): Promise<string[]> {
  const named = <Key extends string>(read: (step: Step) => Key | null) => steps.flatMap((step) => read(step) ?? [])
  const names = await namesFor(ctx, {
    members: named(({ tell }) => (tell.to === 'member' ? tell.memberId : null)),
    channels: named(({ tell }) => (tell.to === 'channel' ? tell.channelId : null)),
  })
  return steps.map((step) => writeStep(step, ctx.locale, (_, id) => names.get(id) ?? '?'))
}
