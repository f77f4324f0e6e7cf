-- CreateTable
CREATE TABLE "RiskSettings" (
    "workspaceId" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "workingDays" INTEGER[] DEFAULT ARRAY[1, 2, 3, 4, 5]::INTEGER[],
    "holidays" TEXT,
    "reviewLow" TEXT NOT NULL DEFAULT 'year',
    "reviewModerate" TEXT NOT NULL DEFAULT 'quarter',
    "reviewHigh" TEXT NOT NULL DEFAULT 'month',
    "reviewCritical" TEXT NOT NULL DEFAULT 'week',
    "policyId" TEXT,
    "channelId" TEXT,
    "likelihoodWords" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "impactWords" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "lastRisk" INTEGER NOT NULL DEFAULT 0,
    "lastAction" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "RiskSettings_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "RiskCategory" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT,
    "appetite" INTEGER NOT NULL DEFAULT 9,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RiskCategory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Risk" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "cause" TEXT,
    "event" TEXT,
    "consequence" TEXT,
    "categoryId" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "line" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL DEFAULT 'identified',
    "response" TEXT,
    "plan" TEXT,
    "inherentLikelihood" INTEGER,
    "inherentImpact" INTEGER,
    "residualLikelihood" INTEGER,
    "residualImpact" INTEGER,
    "score" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "nextReviewOn" DATE,
    "reviewToldOn" DATE,
    "reviewToldId" TEXT,
    "channelId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" TEXT,
    "closedAt" TIMESTAMPTZ(3),
    "closedById" TEXT,
    "closeReason" TEXT,

    CONSTRAINT "Risk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RiskAssessment" (
    "id" BIGSERIAL NOT NULL,
    "riskId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "likelihood" INTEGER NOT NULL,
    "impact" INTEGER NOT NULL,
    "why" TEXT,
    "byId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RiskAssessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RiskAction" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "riskId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "measure" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 1,
    "outcome" TEXT,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" TEXT,
    "promptedOn" DATE,
    "promptedId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" TEXT,

    CONSTRAINT "RiskAction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RiskAcceptance" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "riskId" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "reason" TEXT NOT NULL,
    "expiresOn" DATE NOT NULL,
    "likelihood" INTEGER NOT NULL,
    "impact" INTEGER NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "proposedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" TEXT,
    "decision" TEXT,
    "warnedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RiskAcceptance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RiskReview" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "riskId" TEXT NOT NULL,
    "dueOn" DATE,
    "note" TEXT,
    "nextOn" DATE,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT,

    CONSTRAINT "RiskReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RiskImport" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT,
    "outcome" JSONB,
    "writtenAt" TIMESTAMPTZ(3),

    CONSTRAINT "RiskImport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "RiskCategory_workspaceId_key_key" ON "RiskCategory"("workspaceId", "key");

-- CreateIndex
CREATE INDEX "Risk_workspaceId_ownerId_idx" ON "Risk"("workspaceId", "ownerId");

-- CreateIndex
CREATE INDEX "Risk_workspaceId_state_score_idx" ON "Risk"("workspaceId", "state", "score");

-- CreateIndex
CREATE INDEX "Risk_categoryId_idx" ON "Risk"("categoryId");

-- CreateIndex
CREATE UNIQUE INDEX "Risk_workspaceId_number_key" ON "Risk"("workspaceId", "number");

-- CreateIndex
CREATE INDEX "RiskAssessment_riskId_kind_seq_idx" ON "RiskAssessment"("riskId", "kind", "seq" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "RiskAssessment_riskId_seq_key" ON "RiskAssessment"("riskId", "seq");

-- CreateIndex
CREATE INDEX "RiskAction_riskId_idx" ON "RiskAction"("riskId");

-- CreateIndex
CREATE INDEX "RiskAction_workspaceId_state_dueOn_idx" ON "RiskAction"("workspaceId", "state", "dueOn");

-- CreateIndex
CREATE INDEX "RiskAction_workspaceId_ownerId_idx" ON "RiskAction"("workspaceId", "ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "RiskAction_workspaceId_number_key" ON "RiskAction"("workspaceId", "number");

-- CreateIndex
CREATE INDEX "RiskAcceptance_riskId_idx" ON "RiskAcceptance"("riskId");

-- CreateIndex
CREATE INDEX "RiskAcceptance_workspaceId_state_expiresOn_idx" ON "RiskAcceptance"("workspaceId", "state", "expiresOn");

-- CreateIndex
CREATE INDEX "RiskReview_riskId_at_idx" ON "RiskReview"("riskId", "at");

-- CreateIndex
CREATE INDEX "RiskReview_workspaceId_idx" ON "RiskReview"("workspaceId");

-- CreateIndex
CREATE INDEX "RiskImport_workspaceId_idx" ON "RiskImport"("workspaceId");

-- AddForeignKey
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "RiskCategory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskAssessment" ADD CONSTRAINT "RiskAssessment_riskId_fkey" FOREIGN KEY ("riskId") REFERENCES "Risk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskAction" ADD CONSTRAINT "RiskAction_riskId_fkey" FOREIGN KEY ("riskId") REFERENCES "Risk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskAcceptance" ADD CONSTRAINT "RiskAcceptance_riskId_fkey" FOREIGN KEY ("riskId") REFERENCES "Risk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskReview" ADD CONSTRAINT "RiskReview_riskId_fkey" FOREIGN KEY ("riskId") REFERENCES "Risk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_line" CHECK ("line" BETWEEN 1 AND 3),
  ADD CONSTRAINT "Risk_state" CHECK ("state" IN ('identified', 'assessed', 'responding', 'monitoring', 'closed')),
  ADD CONSTRAINT "Risk_response" CHECK ("response" IN ('avoid', 'transfer', 'mitigate', 'accept'));
ALTER TABLE "RiskCategory" ADD CONSTRAINT "RiskCategory_appetite" CHECK ("appetite" BETWEEN 1 AND 25);
ALTER TABLE "RiskAssessment" ADD CONSTRAINT "RiskAssessment_kind" CHECK ("kind" IN ('inherent', 'residual')),
  ADD CONSTRAINT "RiskAssessment_grade" CHECK ("likelihood" BETWEEN 1 AND 5 AND "impact" BETWEEN 1 AND 5);
ALTER TABLE "RiskAction" ADD CONSTRAINT "RiskAction_state" CHECK ("state" IN ('open', 'done', 'dropped'));
ALTER TABLE "RiskAcceptance" ADD CONSTRAINT "RiskAcceptance_state"
  CHECK ("state" IN ('proposed', 'accepted', 'declined', 'expired', 'withdrawn'));
-- One question at a time for a risk, and one answer that holds.
CREATE UNIQUE INDEX "RiskAcceptance_one_proposed" ON "RiskAcceptance" ("riskId") WHERE "state" = 'proposed';
CREATE UNIQUE INDEX "RiskAcceptance_one_accepted" ON "RiskAcceptance" ("riskId") WHERE "state" = 'accepted';

CREATE FUNCTION risk_assessments_are_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Assessments are append-only';
END $$;

CREATE TRIGGER "RiskAssessment_append_only" BEFORE UPDATE OF "riskId", "seq", "kind", "likelihood", "impact", "at" ON "RiskAssessment"
  FOR EACH ROW EXECUTE FUNCTION risk_assessments_are_append_only();
