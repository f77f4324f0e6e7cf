import { toDate } from '../../../calendar/instant.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { objectiveName } from '../cards/lines.ts'
import { onlyVisible } from '../sight.ts'
import { keyOf } from '../store/cycles.ts'
import { objectivesBy } from '../store/objectives.ts'
import { mustBeColleague, objectiveByReference } from '../which.ts'
import { roundWords } from './messages/round.ts'
import { planRounds } from './plan-round.ts'

type Followed = { name: string; what: { objectiveId: string } | { teamKey: string } }

/** `/okr follow O-3`, `/okr follow team:Sales`; without a word what is followed. */
export async function follow(ctx: Asking, line: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  const words = roundWords[ctx.locale]
  const meant = await followedBy(ctx, line)
  if (!meant) return show(await listFollowed(ctx))
  const data = [{ workspaceId: ctx.workspace.id, memberId: ctx.actor.id, ...meant.what, at: toDate(ctx.now) }]
  const added = await ctx.db.okrFollow.createMany({ data, skipDuplicates: true })
  if (added.count === 0) throw new UserError(words.followingAlready(meant.name))
  await planRounds(ctx, [ctx.actor.id])
  return show(noteCard(ctx.locale, words.following(meant.name), { tone: 'good' }))
}

export async function unfollow(ctx: Asking, line: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  const words = roundWords[ctx.locale]
  const meant = await followedBy(ctx, line)
  if (!meant) throw new UserError(words.followUsage)
  const gone = await ctx.db.okrFollow.deleteMany({ where: { memberId: ctx.actor.id, ...meant.what } })
  if (gone.count === 0) throw new UserError(words.notFollowing(meant.name))
  return show(noteCard(ctx.locale, words.unfollowed(meant.name)))
}

/** Null where nothing is named. */
async function followedBy(ctx: Asking, { words, options }: CommandLine): Promise<Followed | null> {
  const { team: english = '', 团队: team = english } = options
  if (team.trim() !== '') {
    const name = await teamNamed(ctx, team.trim())
    return { name, what: { teamKey: keyOf(name) } }
  }
  const [typed] = words
  if (!typed) return null
  const objective = await objectiveByReference(ctx, typed)
  return { name: objectiveName(objective), what: { objectiveId: objective.id } }
}

/** As objectives write it; one of which the asker can see nothing is unknown. */
async function teamNamed(ctx: Asking, typed: string): Promise<string> {
  const where = { workspaceId: ctx.workspace.id, team: { equals: typed, mode: 'insensitive' as const } }
  const [objective] = await onlyVisible(ctx.db, ctx.actor, await objectivesBy(ctx.db, where))
  if (!objective?.team) throw new UserError(roundWords[ctx.locale].teamUnknown(typed.slice(0, 60)))
  return objective.team
}

async function listFollowed(ctx: Asking) {
  const words = roundWords[ctx.locale]
  const follows = await ctx.db.okrFollow.findMany({ where: { memberId: ctx.actor.id }, orderBy: { at: 'asc' } })
  const ids = follows.flatMap(({ objectiveId }) => objectiveId ?? [])
  const objectives = await objectivesBy(ctx.db, { workspaceId: ctx.workspace.id, id: { in: ids } })
  const items = [
    ...(await onlyVisible(ctx.db, ctx.actor, objectives)).map(objectiveName),
    ...follows.flatMap(({ teamKey }) => teamKey ?? []),
  ]
  return items.length > 0
    ? noteCard(ctx.locale, words.followList, { blocks: [{ kind: 'list', items }], hints: [words.followUsage] })
    : noteCard(ctx.locale, words.followNothing, { hints: [words.followUsage] })
}
