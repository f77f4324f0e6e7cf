-- CreateTable
CREATE TABLE "IdentityCode" (
    "hash" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IdentityCode_pkey" PRIMARY KEY ("hash")
);
