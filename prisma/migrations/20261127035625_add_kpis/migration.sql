-- CreateTable
CREATE TABLE "KpiSettings" (
    "workspaceId" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "workingDays" INTEGER[] DEFAULT ARRAY[1, 2, 3, 4, 5]::INTEGER[],
    "holidays" TEXT,
    "time" TEXT NOT NULL DEFAULT '09:00',
    "lastRule" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "KpiSettings_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "Kpi" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT,
    "layer" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'typed',
    "channelId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "newestOn" DATE,
    "mutedUntil" TIMESTAMPTZ(3),
    "muteReason" TEXT,
    "mutedById" TEXT,
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" TEXT,

    CONSTRAINT "Kpi_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KpiSample" (
    "kpiId" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "value" DECIMAL(38,18) NOT NULL,
    "source" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT,

    CONSTRAINT "KpiSample_pkey" PRIMARY KEY ("kpiId","startsOn")
);

-- CreateTable
CREATE TABLE "KpiCorrection" (
    "id" BIGSERIAL NOT NULL,
    "kpiId" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "value" DECIMAL(38,18) NOT NULL,
    "source" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KpiCorrection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KpiRule" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "kpiId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "terms" JSONB NOT NULL,
    "severity" TEXT NOT NULL,
    "tellIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "channelId" TEXT,
    "standing" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" TEXT,

    CONSTRAINT "KpiRule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Kpi_workspaceId_ownerId_idx" ON "Kpi"("workspaceId", "ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "Kpi_workspaceId_key_key" ON "Kpi"("workspaceId", "key");

-- CreateIndex
CREATE INDEX "KpiCorrection_kpiId_startsOn_idx" ON "KpiCorrection"("kpiId", "startsOn");

-- CreateIndex
CREATE INDEX "KpiRule_kpiId_idx" ON "KpiRule"("kpiId");

-- CreateIndex
CREATE UNIQUE INDEX "KpiRule_workspaceId_number_key" ON "KpiRule"("workspaceId", "number");

-- AddForeignKey
ALTER TABLE "KpiSample" ADD CONSTRAINT "KpiSample_kpiId_fkey" FOREIGN KEY ("kpiId") REFERENCES "Kpi"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KpiRule" ADD CONSTRAINT "KpiRule_kpiId_fkey" FOREIGN KEY ("kpiId") REFERENCES "Kpi"("id") ON DELETE CASCADE ON UPDATE CASCADE;
