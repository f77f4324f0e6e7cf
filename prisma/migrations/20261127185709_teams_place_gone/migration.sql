-- AlterTable
ALTER TABLE "TeamsPlace" ADD COLUMN     "goneAt" TIMESTAMPTZ(3);
