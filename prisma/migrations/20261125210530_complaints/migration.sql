-- AlterTable
ALTER TABLE "Escalation" ADD COLUMN     "excludedIds" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Post" ADD COLUMN     "aside" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "givenUpAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Installation" ADD COLUMN     "hears" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Channel" ADD COLUMN     "watchedBy" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "ComplaintSettings" (
    "workspaceId" TEXT NOT NULL,
    "triageChannelId" TEXT,
    "dutyOwnerId" TEXT,
    "calendar" JSONB NOT NULL,
    "customerLocale" TEXT NOT NULL DEFAULT 'en',
    "policyId" TEXT,
    "lastNumber" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ComplaintSettings_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "ComplaintTarget" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "severity" INTEGER NOT NULL,
    "type" TEXT NOT NULL DEFAULT '',
    "minutes" INTEGER NOT NULL,
    "time" TEXT NOT NULL,

    CONSTRAINT "ComplaintTarget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ComplaintRule" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "type" TEXT,
    "severity" INTEGER,
    "product" TEXT,
    "keyword" TEXT,
    "ownerId" TEXT,
    "channelId" TEXT,

    CONSTRAINT "ComplaintRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ComplaintCustomer" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "contact" TEXT,
    "locale" TEXT,
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ComplaintCustomer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Complaint" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'received',
    "version" INTEGER NOT NULL DEFAULT 1,
    "customerId" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "product" TEXT,
    "via" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "severity" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "suggestedSeverity" INTEGER,
    "suggestedType" TEXT,
    "confidential" BOOLEAN NOT NULL DEFAULT false,
    "ownerId" TEXT NOT NULL,
    "filedById" TEXT,
    "namedIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "channelId" TEXT,
    "messageLink" TEXT,
    "messageAuthor" TEXT,
    "messageText" TEXT,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "acknowledgedAt" TIMESTAMPTZ(3),
    "repliedAt" TIMESTAMPTZ(3),
    "reply" TEXT,
    "closedAt" TIMESTAMPTZ(3),
    "reopenings" INTEGER NOT NULL DEFAULT 0,
    "mergedIntoId" TEXT,
    "findings" TEXT,
    "whys" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "rootCause" TEXT,
    "causeFamily" TEXT,
    "lastNote" TEXT,
    "searchText" TEXT NOT NULL,

    CONSTRAINT "Complaint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ComplaintClock" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "complaintId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL DEFAULT 'running',
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "promisedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "warnedAt" TIMESTAMPTZ(3),
    "breachedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ComplaintClock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ComplaintClockEntry" (
    "id" BIGSERIAL NOT NULL,
    "clockId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "event" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "time" TEXT NOT NULL,
    "calendar" JSONB,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "byId" TEXT,

    CONSTRAINT "ComplaintClockEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ComplaintEntry" (
    "id" BIGSERIAL NOT NULL,
    "complaintId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT,
    "kind" TEXT NOT NULL,
    "text" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "ComplaintEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ComplaintProposal" (
    "id" TEXT NOT NULL,
    "complaintId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "approverId" TEXT,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "ComplaintProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ComplaintLink" (
    "oneId" TEXT NOT NULL,
    "otherId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT,

    CONSTRAINT "ComplaintLink_pkey" PRIMARY KEY ("oneId","otherId")
);

-- CreateTable
CREATE TABLE "ComplaintDraft" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "authorId" TEXT,
    "author" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "link" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "complaintId" TEXT,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ComplaintDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ComplaintSurvey" (
    "id" TEXT NOT NULL,
    "complaintId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "score" INTEGER,
    "note" TEXT,
    "recordedById" TEXT,

    CONSTRAINT "ComplaintSurvey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Repair" (
    "id" BIGSERIAL NOT NULL,
    "workspaceId" TEXT,
    "what" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Repair_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Pulse" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "depths" JSONB NOT NULL,

    CONSTRAINT "Pulse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" TEXT,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiRequest" (
    "workspaceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ApiRequest_pkey" PRIMARY KEY ("workspaceId","key")
);

-- CreateTable
CREATE TABLE "WorkspaceSecret" (
    "workspaceId" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WorkspaceSecret_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateIndex
CREATE UNIQUE INDEX "ComplaintTarget_workspaceId_kind_severity_type_key" ON "ComplaintTarget"("workspaceId", "kind", "severity", "type");

-- CreateIndex
CREATE INDEX "ComplaintRule_workspaceId_position_idx" ON "ComplaintRule"("workspaceId", "position");

-- CreateIndex
CREATE INDEX "ComplaintCustomer_workspaceId_name_idx" ON "ComplaintCustomer"("workspaceId", "name");

-- CreateIndex
CREATE INDEX "Complaint_workspaceId_state_idx" ON "Complaint"("workspaceId", "state");

-- CreateIndex
CREATE INDEX "Complaint_workspaceId_ownerId_idx" ON "Complaint"("workspaceId", "ownerId");

-- CreateIndex
CREATE INDEX "Complaint_customerId_idx" ON "Complaint"("customerId");

-- CreateIndex
CREATE INDEX "Complaint_mergedIntoId_idx" ON "Complaint"("mergedIntoId");

-- CreateIndex
CREATE UNIQUE INDEX "Complaint_workspaceId_number_key" ON "Complaint"("workspaceId", "number");

-- CreateIndex
CREATE INDEX "ComplaintClock_workspaceId_state_idx" ON "ComplaintClock"("workspaceId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "ComplaintClock_complaintId_kind_round_key" ON "ComplaintClock"("complaintId", "kind", "round");

-- CreateIndex
CREATE INDEX "ComplaintClockEntry_clockId_id_idx" ON "ComplaintClockEntry"("clockId", "id");

-- CreateIndex
CREATE INDEX "ComplaintEntry_complaintId_id_idx" ON "ComplaintEntry"("complaintId", "id");

-- CreateIndex
CREATE INDEX "ComplaintProposal_complaintId_idx" ON "ComplaintProposal"("complaintId");

-- CreateIndex
CREATE INDEX "ComplaintLink_otherId_idx" ON "ComplaintLink"("otherId");

-- CreateIndex
CREATE UNIQUE INDEX "ComplaintDraft_workspaceId_channelId_message_key" ON "ComplaintDraft"("workspaceId", "channelId", "message");

-- CreateIndex
CREATE UNIQUE INDEX "ComplaintSurvey_complaintId_round_key" ON "ComplaintSurvey"("complaintId", "round");

-- CreateIndex
CREATE INDEX "Repair_at_idx" ON "Repair"("at");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_hash_key" ON "ApiToken"("hash");

-- CreateIndex
CREATE INDEX "ApiToken_workspaceId_idx" ON "ApiToken"("workspaceId");

-- CreateIndex
CREATE INDEX "ApiRequest_at_idx" ON "ApiRequest"("at");

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "ComplaintCustomer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ComplaintClock" ADD CONSTRAINT "ComplaintClock_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ComplaintClockEntry" ADD CONSTRAINT "ComplaintClockEntry_clockId_fkey" FOREIGN KEY ("clockId") REFERENCES "ComplaintClock"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ComplaintEntry" ADD CONSTRAINT "ComplaintEntry_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ComplaintProposal" ADD CONSTRAINT "ComplaintProposal_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ComplaintSurvey" ADD CONSTRAINT "ComplaintSurvey_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Similar complaints are found by their groups of three letters.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "Complaint_search" ON "Complaint" USING GIN ("searchText" gin_trgm_ops);

-- The lists of what is open, newest first, however much has been closed.
CREATE INDEX "Complaint_open" ON "Complaint" ("workspaceId", "number" DESC)
  WHERE "state" NOT IN ('closed', 'merged', 'withdrawn');

-- What has been given up and waits for an administrator.
CREATE INDEX "Post_givenUp" ON "Post" ("workspaceId", "givenUpAt") WHERE "givenUpAt" IS NOT NULL;

-- A number of a clock's ledger is never changed: the story of a promise is only ever added to.
CREATE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The ledger of a clock is append-only';
END $$;

CREATE TRIGGER "ComplaintClockEntry_append_only" BEFORE UPDATE ON "ComplaintClockEntry"
  FOR EACH ROW EXECUTE FUNCTION ledger_is_append_only();
