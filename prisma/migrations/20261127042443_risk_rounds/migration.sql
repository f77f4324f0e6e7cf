-- CreateTable
CREATE TABLE "RiskRound" (
    "memberId" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "readerId" TEXT NOT NULL,
    "told" JSONB NOT NULL,

    CONSTRAINT "RiskRound_pkey" PRIMARY KEY ("memberId","date")
);

-- CreateIndex
CREATE INDEX "RiskRound_workspaceId_date_idx" ON "RiskRound"("workspaceId", "date");
