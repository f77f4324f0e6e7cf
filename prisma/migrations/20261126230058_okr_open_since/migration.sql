-- AlterTable
ALTER TABLE "OkrTurn" ADD COLUMN     "leadId" TEXT,
ADD COLUMN     "openSince" DATE;

-- Until now a turn was overdue from the day on which it was asked.
UPDATE "OkrTurn" t SET "openSince" = t."askedOn", "leadId" = o."ownerId"
FROM "OkrKeyResult" k JOIN "OkrObjective" o ON o."id" = k."objectiveId" WHERE k."id" = t."keyResultId";
