-- CreateTable
CREATE TABLE "ReportPlan" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "channelId" TEXT,
    "memberId" TEXT,
    "timeZone" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReportPlan_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReportPlan_workspaceId_channelId_key" ON "ReportPlan"("workspaceId", "channelId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportPlan_workspaceId_memberId_key" ON "ReportPlan"("workspaceId", "memberId");
