-- AlterTable
ALTER TABLE "Identity" ADD COLUMN     "preferred" BOOLEAN NOT NULL DEFAULT false;
