-- CreateTable
CREATE TABLE "RiskStep" (
    "id" BIGSERIAL NOT NULL,
    "riskId" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "why" TEXT,
    "byId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RiskStep_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RiskStep_riskId_idx" ON "RiskStep"("riskId");

-- AddForeignKey
ALTER TABLE "RiskStep" ADD CONSTRAINT "RiskStep_riskId_fkey" FOREIGN KEY ("riskId") REFERENCES "Risk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
