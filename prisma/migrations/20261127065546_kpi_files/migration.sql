-- CreateTable
CREATE TABLE "KpiImport" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT,
    "outcome" JSONB,
    "writtenAt" TIMESTAMPTZ(3),

    CONSTRAINT "KpiImport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "KpiImport_workspaceId_idx" ON "KpiImport"("workspaceId");
