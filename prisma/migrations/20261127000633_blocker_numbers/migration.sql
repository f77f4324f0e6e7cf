-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "lastBlocker" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "StandupBlocker" ADD COLUMN     "number" INTEGER;

-- Those that are there are counted in the order in which they were opened.
UPDATE "StandupBlocker" b SET "number" = counted.number
FROM (
  SELECT x."id", row_number() OVER (PARTITION BY s."workspaceId" ORDER BY x."openedAt", x."id") AS number
  FROM "StandupBlocker" x JOIN "Standup" s ON s."id" = x."standupId"
) counted WHERE counted."id" = b."id";
UPDATE "Workspace" w SET "lastBlocker" = (
  SELECT count(*) FROM "StandupBlocker" b JOIN "Standup" s ON s."id" = b."standupId" WHERE s."workspaceId" = w."id"
);
ALTER TABLE "StandupBlocker" ALTER COLUMN "number" SET NOT NULL;
