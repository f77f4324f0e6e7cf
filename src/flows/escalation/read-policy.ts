import type { FormValues } from '../../chat/form.ts'
import { FieldErrors } from '../../errors.ts'
import {
  LONGEST_WAIT_MINUTES,
  MOST_STEPS,
  SHORTEST_PROGRESS_MINUTES,
  type Step,
  type Tell,
  type Wait,
} from '../../escalation/rules/policy.ts'
import { isMistake, readSteps, type WrittenStep } from '../../escalation/rules/step-syntax.ts'
import { readWait } from '../../escalation/rules/wait-syntax.ts'
import type { Terms } from '../../escalation/store/policies.ts'
import type { Asking } from '../../flow.ts'
import { LONGEST_NAME } from './cards/policy-form.ts'
import { policyWords } from './messages/policies.ts'
import { channelsNamed, colleaguesNamed } from './store.ts'

export type Given = Terms & { name: string; isDefault: boolean }
type Errors = Record<string, string>

/** What the form says; whatever is wrong stands beside its field. */
export async function readPolicy(ctx: Asking, values: FormValues): Promise<Given> {
  const errors: Errors = {}
  const given = {
    name: readName(ctx, textOf(values, 'name'), errors),
    steps: await stepsIn(ctx, textOf(values, 'steps'), errors),
    progress: readProgress(ctx, textOf(values, 'progress'), errors),
    isDefault: values.default === true,
  }
  if (Object.keys(errors).length > 0) throw new FieldErrors(errors)
  return given
}

const textOf = (values: FormValues, field: string): string => {
  const value = values[field]
  return typeof value === 'string' ? value.trim() : ''
}

function readName({ locale }: Asking, typed: string, errors: Errors): string {
  const words = policyWords[locale]
  const name = typed.replace(/\s+/gu, ' ')
  if (name === '') errors.name = words.nameEmpty
  if (name.length > LONGEST_NAME) errors.name = words.nameLong(LONGEST_NAME)
  return name
}

function readProgress({ locale }: Asking, typed: string, errors: Errors): Wait {
  const wait = readWait(typed)
  const fits = wait && wait.minutes >= SHORTEST_PROGRESS_MINUTES && wait.minutes <= LONGEST_WAIT_MINUTES
  if (!fits) errors.progress = policyWords[locale].progressWrong(typed)
  return wait ?? { minutes: 0, clock: 'calendar' }
}

async function stepsIn(ctx: Asking, typed: string, errors: Errors): Promise<Step[]> {
  const words = policyWords[ctx.locale]
  const written = readSteps(typed)
  if (isMistake(written)) {
    errors.steps = words[written.problem]({ line: 0, typed: '', most: MOST_STEPS, ...written })
    return []
  }
  const steps: Step[] = []
  for (const [at, { whom, ...rest }] of written.entries()) {
    const tell = await tellOf(ctx, whom)
    if ('problem' in tell) errors.steps ??= words[tell.problem]({ line: at + 1, typed: tell.typed, most: MOST_STEPS })
    else steps.push({ ...rest, tell })
  }
  return steps
}

type Unknown = { problem: 'member' | 'members' | 'channel'; typed: string }

async function tellOf(ctx: Asking, whom: WrittenStep['whom']): Promise<Tell | Unknown> {
  if ('role' in whom) return { to: whom.role }
  if ('channel' in whom) {
    const [channel] = await channelsNamed(ctx.db, ctx.workspace.id, whom.channel)
    return channel ? { to: 'channel', channelId: channel.id } : { problem: 'channel', typed: whom.channel }
  }
  const [member, ...others] = await colleaguesNamed(ctx.db, ctx.workspace.id, whom.member)
  if (!member) return { problem: 'member', typed: whom.member }
  return others.length > 0 ? { problem: 'members', typed: whom.member } : { to: 'member', memberId: member.id }
}
