-- CreateTable
CREATE TABLE "TeamsPlace" (
    "tenantId" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "aadObjectId" TEXT,
    "serviceUrl" TEXT NOT NULL,
    "conversationId" TEXT,
    "name" TEXT,
    "teamId" TEXT,
    "timeZone" TEXT,
    "locale" TEXT,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TeamsPlace_pkey" PRIMARY KEY ("tenantId","externalId")
);

-- CreateTable
CREATE TABLE "TeamsPress" (
    "key" TEXT NOT NULL,
    "activityId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TeamsPress_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "TeamsFile" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TeamsFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TeamsForm" (
    "id" TEXT NOT NULL,
    "form" JSONB NOT NULL,
    "mentioned" JSONB NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TeamsForm_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TeamsPlace_tenantId_aadObjectId_idx" ON "TeamsPlace"("tenantId", "aadObjectId");

-- CreateIndex
CREATE INDEX "TeamsFile_expiresAt_idx" ON "TeamsFile"("expiresAt");

-- CreateIndex
CREATE INDEX "TeamsForm_expiresAt_idx" ON "TeamsForm"("expiresAt");
