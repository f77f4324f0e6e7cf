-- AlterTable
ALTER TABLE "OkrObjective" ADD COLUMN     "reviewToldId" TEXT;

-- Reviews are asked for in everybody's own daily round.
UPDATE "Timer" SET "cancelledAt" = now() WHERE "kind" = 'okr.review-due' AND "firedAt" IS NULL AND "cancelledAt" IS NULL;
