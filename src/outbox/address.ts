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

/** A person is reached where they were last seen; null when there is no way to reach the place. */
export async function addressOf(db: Database, workspaceId: string, place: string): Promise<Address | null> {
  const [kind, id = ''] = place.split(':')
  const [row] = kind === 'person' ? await personRows(db, workspaceId, id) : await channelRows(db, workspaceId, id)
  if (!row) return null
  const { externalId, ...rest } = row
  return { ...rest, to: kind === 'person' ? { person: externalId } : { channel: externalId } }
}

const personRows = (db: Database, workspaceId: string, memberId: string) => db.$queryRaw<Row[]>`
  SELECT known."platform", known."externalId", i."externalId" AS "installation", i."id" AS "installationId",
    i."brokenWhy" IS NOT NULL AS "isBroken", coalesce(i."busyUntil" > now(), false) AS "isBusy"
  FROM "Identity" known JOIN "Installation" i ON i."workspaceId" = known."workspaceId" AND i."platform" = known."platform"
  WHERE known."workspaceId" = ${workspaceId} AND known."memberId" = ${memberId}
  ORDER BY known."lastSeenAt" DESC LIMIT 1`

const channelRows = (db: Database, workspaceId: string, channelId: string) => db.$queryRaw<Row[]>`
  SELECT known."platform", known."externalId", i."externalId" AS "installation", i."id" AS "installationId",
    i."brokenWhy" IS NOT NULL AS "isBroken", coalesce(i."busyUntil" > now(), false) AS "isBusy"
  FROM "Channel" known JOIN "Installation" i ON i."workspaceId" = known."workspaceId" AND i."platform" = known."platform"
  WHERE known."workspaceId" = ${workspaceId} AND known."id" = ${channelId}`
