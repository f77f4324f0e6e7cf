-- CreateTable
CREATE TABLE "AlertSettings" (
    "workspaceId" TEXT NOT NULL,
    "channelId" TEXT,
    "stormAfter" INTEGER NOT NULL DEFAULT 10,
    "lowPolicyId" TEXT,
    "moderatePolicyId" TEXT,
    "highPolicyId" TEXT,
    "criticalPolicyId" TEXT,
    "lastAlert" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "AlertSettings_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "Alert" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "flow" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "channelId" TEXT,
    "tellIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "cards" JSONB NOT NULL,
    "firings" INTEGER NOT NULL,
    "firingsBefore" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'open',
    "holderId" TEXT,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "firedAt" TIMESTAMPTZ(3) NOT NULL,
    "acknowledgedAt" TIMESTAMPTZ(3),
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" TEXT,
    "cause" TEXT,
    "calmAt" TIMESTAMPTZ(3),
    "comebacks" INTEGER NOT NULL DEFAULT 0,
    "settlesAt" TIMESTAMPTZ(3),
    "mutedUntil" TIMESTAMPTZ(3),
    "muteReason" TEXT,
    "toldAt" TIMESTAMPTZ(3),
    "tellings" INTEGER NOT NULL DEFAULT 0,
    "walk" TEXT,
    "stormId" TEXT,

    CONSTRAINT "Alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AlertNote" (
    "id" BIGSERIAL NOT NULL,
    "alertId" TEXT NOT NULL,
    "byId" TEXT,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AlertNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AlertStorm" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AlertStorm_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Alert_workspaceId_rule_subject_idx" ON "Alert"("workspaceId", "rule", "subject");

-- CreateIndex
CREATE INDEX "Alert_workspaceId_state_idx" ON "Alert"("workspaceId", "state");

-- CreateIndex
CREATE INDEX "Alert_workspaceId_toldAt_idx" ON "Alert"("workspaceId", "toldAt");

-- CreateIndex
CREATE INDEX "Alert_workspaceId_walk_idx" ON "Alert"("workspaceId", "walk");

-- CreateIndex
CREATE INDEX "Alert_stormId_idx" ON "Alert"("stormId");

-- CreateIndex
CREATE UNIQUE INDEX "Alert_workspaceId_number_key" ON "Alert"("workspaceId", "number");

-- CreateIndex
CREATE INDEX "AlertNote_alertId_idx" ON "AlertNote"("alertId");

-- CreateIndex
CREATE INDEX "AlertStorm_workspaceId_lastAt_idx" ON "AlertStorm"("workspaceId", "lastAt");

-- AddForeignKey
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_stormId_fkey" FOREIGN KEY ("stormId") REFERENCES "AlertStorm"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AlertNote" ADD CONSTRAINT "AlertNote_alertId_fkey" FOREIGN KEY ("alertId") REFERENCES "Alert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say: one alert for each rule and subject until the rule is calm.
CREATE UNIQUE INDEX "Alert_firing" ON "Alert" ("workspaceId", "rule", "subject") WHERE "calmAt" IS NULL;
