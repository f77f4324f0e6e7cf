import type { Database } from '../database/types.ts'

/** Where a place is on its platform, and whether that platform lets us in right now. */
export type Address = {
  platform: string
  installation: string
  installationId: string
  to: { channel: string } | { person: string }
  isBroken: boolean
  isBusy: boolean
}

type Row = {
  platform: string
  externalId: string
  installation: string
  installationId: string
  isBroken: boolean
  isBusy: boolean
}

/** Where a place can be reached, best first: a person where they said, else where they were last seen. */
export async function addressesOf(db: Database, workspaceId: string, place: string): Promise<Address[]> {
  const [kind, id = ''] = place.split(':')
  const rows = kind === 'person' ? await personRows(db, workspaceId, id) : await channelRows(db, workspaceId, id)
  return rows.map(({ externalId, ...rest }) => ({
    ...rest,
    to: kind === 'person' ? { person: externalId } : { channel: externalId },
  }))
}

const personRows = (db: Database, workspaceId: string, memberId: string) => db.$queryRaw<Row[]>`
  SELECT known."platform", known."externalId", i."externalId" AS "installation", i."id" AS "installationId",
    i."brokenWhy" IS NOT NULL AS "isBroken", coalesce(i."busyUntil" > now(), false) AS "isBusy"
  FROM "Identity" known JOIN "Installation" i ON i."workspaceId" = known."workspaceId" AND i."platform" = known."platform"
  WHERE known."workspaceId" = ${workspaceId} AND known."memberId" = ${memberId}
  ORDER BY known."preferred" DESC, known."lastSeenAt" DESC`

const channelRows = (db: Database, workspaceId: string, channelId: string) => db.$queryRaw<Row[]>`
  SELECT known."platform", known."externalId", i."externalId" AS "installation", i."id" AS "installationId",
    i."brokenWhy" IS NOT NULL AS "isBroken", coalesce(i."busyUntil" > now(), false) AS "isBusy"
  FROM "Channel" known JOIN "Installation" i ON i."workspaceId" = known."workspaceId" AND i."platform" = known."platform"
  WHERE known."workspaceId" = ${workspaceId} AND known."id" = ${channelId}`
