-- AlterTable
ALTER TABLE "ComplaintSettings" ADD COLUMN     "companyName" TEXT;
