import type { Db } from '../../../database/types.ts'
import type { OkrTeam } from '../../../generated/client.ts'
import type { Rhythm } from '../rules/rhythm.ts'
import { keyOf } from '../store/cycles.ts'
import type { Objective } from '../store/objectives.ts'
import type { Settings } from '../store/settings.ts'

/** TeamRhythms by the key under which objectives name them. */
export type TeamRhythms = ReadonlyMap<string, OkrTeam>

export async function teamsOf(db: Db, workspaceId: string): Promise<TeamRhythms> {
  const rows = await db.okrTeam.findMany({ where: { workspaceId }, orderBy: { key: 'asc' } })
  return new Map(rows.map((team) => [team.key, team]))
}

/** When an objective's check-ins are due: by its own word, else its team's, else the workspace's. */
export function rhythmOf(
  { every, day, team }: Pick<Objective, 'every' | 'day' | 'team'>,
  rhythms: TeamRhythms,
  settings: Pick<Settings, 'every' | 'day'>,
): Rhythm {
  const ofTeam = team ? rhythms.get(keyOf(team)) : undefined
  return {
    every: (every ?? ofTeam?.every ?? settings.every) as Rhythm['every'],
    day: day ?? ofTeam?.day ?? settings.day,
  }
}
