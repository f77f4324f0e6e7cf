import type { CommandLine } from '../../../chat/command-line.ts'
import type { Asking, Reply } from '../../../flow.ts'
import { type End, tie, untie } from '../../../links/tie.ts'
import { mustOwnObjective } from '../authority.ts'
import { writeObjective } from '../rules/reference.ts'
import type { Objective } from '../store/objectives.ts'
import { subjectOf } from './subjects.ts'

/** `/okr link O-3 C-12`. */
export const tieByCommand = (ctx: Asking, objective: Objective, { text }: CommandLine): Promise<Reply> =>
  tieTo(ctx, objective, text)

export const untieByCommand = (ctx: Asking, objective: Objective, { text }: CommandLine): Promise<Reply> =>
  untieFrom(ctx, objective, text)

export const tieTo = async (ctx: Asking, objective: Objective, typed: string): Promise<Reply> =>
  tie(ctx, await ownEnd(ctx, objective), typed)

export const untieFrom = async (ctx: Asking, objective: Objective, typed: string): Promise<Reply> =>
  untie(ctx, await ownEnd(ctx, objective), typed)

async function ownEnd(ctx: Asking, objective: Objective): Promise<End> {
  await mustOwnObjective(ctx, objective)
  const { id, number } = objective
  return { flow: 'okr', id, subject: subjectOf(objective), reference: writeObjective(number) }
}
