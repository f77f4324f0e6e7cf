-- CreateTable
CREATE TABLE "OkrSettings" (
    "workspaceId" TEXT NOT NULL,
    "fiscalStart" INTEGER NOT NULL DEFAULT 1,
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "workingDays" INTEGER[] DEFAULT ARRAY[1, 2, 3, 4, 5]::INTEGER[],
    "holidays" TEXT,
    "every" TEXT NOT NULL DEFAULT 'week',
    "day" INTEGER NOT NULL DEFAULT 1,
    "time" TEXT NOT NULL DEFAULT '09:00',
    "freshDays" INTEGER NOT NULL DEFAULT 3,
    "nudgeAfter" INTEGER NOT NULL DEFAULT 2,
    "leadAfter" INTEGER NOT NULL DEFAULT 4,
    "managerAfter" INTEGER NOT NULL DEFAULT 6,
    "policyId" TEXT,
    "whenAway" TEXT NOT NULL DEFAULT 'wait',
    "digestChannelId" TEXT,
    "digestedFor" DATE,
    "lastObjective" INTEGER NOT NULL DEFAULT 0,
    "lastKeyResult" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "OkrSettings_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "OkrTeam" (
    "workspaceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "every" TEXT,
    "day" INTEGER,
    "digestChannelId" TEXT,
    "digestedFor" DATE,

    CONSTRAINT "OkrTeam_pkey" PRIMARY KEY ("workspaceId","key")
);

-- CreateTable
CREATE TABLE "OkrCycle" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "timeZone" TEXT NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closedById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" TEXT,

    CONSTRAINT "OkrCycle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OkrObjective" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "cycleId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "why" TEXT,
    "ownerId" TEXT NOT NULL,
    "team" TEXT,
    "parentId" TEXT,
    "isPrivate" BOOLEAN NOT NULL DEFAULT false,
    "every" TEXT,
    "day" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "archivedAt" TIMESTAMPTZ(3),
    "carriedFromId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" TEXT,

    CONSTRAINT "OkrObjective_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OkrKeyResult" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "objectiveId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "start" DOUBLE PRECISION NOT NULL,
    "target" DOUBLE PRECISION NOT NULL,
    "unit" TEXT,
    "direction" TEXT NOT NULL,
    "steps" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "weight" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "ownerId" TEXT NOT NULL,
    "kpi" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "archivedAt" TIMESTAMPTZ(3),
    "carriedFromId" TEXT,
    "grade" DOUBLE PRECISION,
    "gradeReason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" TEXT,

    CONSTRAINT "OkrKeyResult_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OkrCheckIn" (
    "id" BIGSERIAL NOT NULL,
    "keyResultId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "forDate" DATE NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "steps" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "confidence" INTEGER,
    "note" TEXT,
    "byId" TEXT,
    "source" TEXT NOT NULL DEFAULT 'chat',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OkrCheckIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OkrTurn" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "keyResultId" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "askedOn" DATE,
    "askedId" TEXT,
    "nudgedOn" DATE,
    "leadToldOn" DATE,
    "escalatedOn" DATE,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OkrTurn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OkrRound" (
    "memberId" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "told" JSONB NOT NULL,

    CONSTRAINT "OkrRound_pkey" PRIMARY KEY ("memberId","date")
);

-- CreateTable
CREATE TABLE "OkrFollow" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "objectiveId" TEXT,
    "teamKey" TEXT,
    "digestedFor" DATE,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OkrFollow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OkrReview" (
    "objectiveId" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "scores" JSONB NOT NULL,
    "problems" TEXT,
    "whys" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "lessons" TEXT,
    "next" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "byId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OkrReview_pkey" PRIMARY KEY ("objectiveId")
);

-- CreateTable
CREATE TABLE "OkrImport" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "cycleId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT,
    "outcome" JSONB,
    "writtenAt" TIMESTAMPTZ(3),

    CONSTRAINT "OkrImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Link" (
    "workspaceId" TEXT NOT NULL,
    "one" TEXT NOT NULL,
    "other" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT,

    CONSTRAINT "Link_pkey" PRIMARY KEY ("workspaceId","one","other")
);

-- CreateIndex
CREATE INDEX "OkrCycle_workspaceId_startsOn_idx" ON "OkrCycle"("workspaceId", "startsOn");

-- CreateIndex
CREATE UNIQUE INDEX "OkrCycle_workspaceId_key_key" ON "OkrCycle"("workspaceId", "key");

-- CreateIndex
CREATE INDEX "OkrObjective_cycleId_idx" ON "OkrObjective"("cycleId");

-- CreateIndex
CREATE INDEX "OkrObjective_workspaceId_ownerId_idx" ON "OkrObjective"("workspaceId", "ownerId");

-- CreateIndex
CREATE INDEX "OkrObjective_parentId_idx" ON "OkrObjective"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "OkrObjective_workspaceId_number_key" ON "OkrObjective"("workspaceId", "number");

-- CreateIndex
CREATE INDEX "OkrKeyResult_objectiveId_idx" ON "OkrKeyResult"("objectiveId");

-- CreateIndex
CREATE INDEX "OkrKeyResult_workspaceId_ownerId_idx" ON "OkrKeyResult"("workspaceId", "ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "OkrKeyResult_workspaceId_number_key" ON "OkrKeyResult"("workspaceId", "number");

-- CreateIndex
CREATE INDEX "OkrCheckIn_keyResultId_forDate_seq_idx" ON "OkrCheckIn"("keyResultId", "forDate" DESC, "seq" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "OkrCheckIn_keyResultId_seq_key" ON "OkrCheckIn"("keyResultId", "seq");

-- CreateIndex
CREATE INDEX "OkrTurn_workspaceId_state_idx" ON "OkrTurn"("workspaceId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "OkrTurn_keyResultId_dueOn_key" ON "OkrTurn"("keyResultId", "dueOn");

-- CreateIndex
CREATE INDEX "OkrRound_workspaceId_date_idx" ON "OkrRound"("workspaceId", "date");

-- CreateIndex
CREATE INDEX "OkrFollow_objectiveId_idx" ON "OkrFollow"("objectiveId");

-- CreateIndex
CREATE INDEX "OkrFollow_workspaceId_teamKey_idx" ON "OkrFollow"("workspaceId", "teamKey");

-- CreateIndex
CREATE UNIQUE INDEX "OkrFollow_memberId_objectiveId_key" ON "OkrFollow"("memberId", "objectiveId");

-- CreateIndex
CREATE UNIQUE INDEX "OkrFollow_memberId_teamKey_key" ON "OkrFollow"("memberId", "teamKey");

-- CreateIndex
CREATE INDEX "OkrReview_workspaceId_idx" ON "OkrReview"("workspaceId");

-- CreateIndex
CREATE INDEX "OkrImport_workspaceId_idx" ON "OkrImport"("workspaceId");

-- CreateIndex
CREATE INDEX "Link_workspaceId_other_idx" ON "Link"("workspaceId", "other");

-- AddForeignKey
ALTER TABLE "OkrObjective" ADD CONSTRAINT "OkrObjective_cycleId_fkey" FOREIGN KEY ("cycleId") REFERENCES "OkrCycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OkrObjective" ADD CONSTRAINT "OkrObjective_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "OkrObjective"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OkrKeyResult" ADD CONSTRAINT "OkrKeyResult_objectiveId_fkey" FOREIGN KEY ("objectiveId") REFERENCES "OkrObjective"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OkrCheckIn" ADD CONSTRAINT "OkrCheckIn_keyResultId_fkey" FOREIGN KEY ("keyResultId") REFERENCES "OkrKeyResult"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OkrTurn" ADD CONSTRAINT "OkrTurn_keyResultId_fkey" FOREIGN KEY ("keyResultId") REFERENCES "OkrKeyResult"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OkrReview" ADD CONSTRAINT "OkrReview_objectiveId_fkey" FOREIGN KEY ("objectiveId") REFERENCES "OkrObjective"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was said of a key result stays said: a correction is one more row.
CREATE FUNCTION check_ins_are_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Check-ins are append-only';
END $$;

CREATE TRIGGER "OkrCheckIn_append_only" BEFORE UPDATE OF "keyResultId", "seq", "forDate", "value", "steps", "confidence", "at" ON "OkrCheckIn"
  FOR EACH ROW EXECUTE FUNCTION check_ins_are_append_only();
