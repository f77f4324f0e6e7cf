-- CreateTable
CREATE TABLE "Receipt" (
    "workspaceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Receipt_pkey" PRIMARY KEY ("workspaceId","key")
);

-- CreateTable
CREATE TABLE "Timer" (
    "id" BIGSERIAL NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "about" TEXT,
    "payload" JSONB,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 2,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "firedAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "claimedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "Timer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Post" (
    "id" BIGSERIAL NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "threadKey" TEXT,
    "card" JSONB NOT NULL,
    "file" JSONB,
    "priority" INTEGER NOT NULL DEFAULT 2,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "deliveredRevision" INTEGER NOT NULL DEFAULT 0,
    "linksTo" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "platform" TEXT,
    "ref" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "sendingSince" TIMESTAMPTZ(3),
    "notBefore" TIMESTAMPTZ(3),
    "saidAt" TIMESTAMPTZ(3) NOT NULL,
    "deliveredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" TEXT,
    "source" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "seq" BIGINT,
    "hash" TEXT,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClockOffset" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "milliseconds" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "ClockOffset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Workspace" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Installation" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "brokenWhy" TEXT,
    "brokenAt" TIMESTAMPTZ(3),
    "busyUntil" TIMESTAMPTZ(3),

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "kind" TEXT NOT NULL DEFAULT 'person',
    "timeZone" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "ownTimeZone" BOOLEAN NOT NULL DEFAULT false,
    "ownLocale" BOOLEAN NOT NULL DEFAULT false,
    "workingDays" INTEGER[] DEFAULT ARRAY[1, 2, 3, 4, 5]::INTEGER[],
    "workStart" TEXT NOT NULL DEFAULT '09:00',
    "workEnd" TEXT NOT NULL DEFAULT '18:00',
    "roles" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "managerId" TEXT,
    "backupId" TEXT,
    "leftAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Identity" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Absence" (
    "id" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "fromDate" DATE NOT NULL,
    "toDate" DATE NOT NULL,
    "backupId" TEXT,

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Channel" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlaygroundMessage" (
    "id" BIGSERIAL NOT NULL,
    "key" TEXT,
    "place" TEXT NOT NULL,
    "threadId" BIGINT,
    "from" TEXT,
    "onlyFor" TEXT,
    "card" JSONB NOT NULL,
    "file" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "editedAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PlaygroundMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlaygroundRead" (
    "persona" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "upTo" BIGINT NOT NULL,

    CONSTRAINT "PlaygroundRead_pkey" PRIMARY KEY ("persona","place")
);

-- CreateTable
CREATE TABLE "Standup" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "leadId" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "days" INTEGER[],
    "time" TEXT NOT NULL,
    "zoneMode" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "digestDelayMinutes" INTEGER NOT NULL DEFAULT 20,
    "holidays" TEXT,
    "promptIn" TEXT NOT NULL DEFAULT 'both',
    "digestBy" TEXT NOT NULL DEFAULT 'person',
    "missesBeforeLead" INTEGER NOT NULL DEFAULT 3,
    "state" TEXT NOT NULL DEFAULT 'active',
    "pausedWhy" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Standup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StandupQuestion" (
    "id" TEXT NOT NULL,
    "standupId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "options" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "isBlocker" BOOLEAN NOT NULL DEFAULT false,
    "askedFrom" TIMESTAMPTZ(3) NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "StandupQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StandupParticipant" (
    "standupId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "missedInARow" INTEGER NOT NULL DEFAULT 0,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StandupParticipant_pkey" PRIMARY KEY ("standupId","memberId")
);

-- CreateTable
CREATE TABLE "StandupRun" (
    "id" TEXT NOT NULL,
    "standupId" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StandupRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StandupEntry" (
    "id" TEXT NOT NULL,
    "runId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "promptAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "note" TEXT,

    CONSTRAINT "StandupEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StandupAnswer" (
    "entryId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "text" TEXT,

    CONSTRAINT "StandupAnswer_pkey" PRIMARY KEY ("entryId","questionId")
);

-- CreateTable
CREATE TABLE "StandupBlocker" (
    "id" TEXT NOT NULL,
    "standupId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "runId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" TEXT,

    CONSTRAINT "StandupBlocker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StandupSkip" (
    "standupId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "reason" TEXT,

    CONSTRAINT "StandupSkip_pkey" PRIMARY KEY ("standupId","memberId","date")
);

-- CreateIndex
CREATE INDEX "Receipt_at_idx" ON "Receipt"("at");

-- CreateIndex
CREATE INDEX "Timer_workspaceId_dueAt_idx" ON "Timer"("workspaceId", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Timer_workspaceId_kind_subject_key" ON "Timer"("workspaceId", "kind", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "Post_workspaceId_key_key" ON "Post"("workspaceId", "key");

-- CreateIndex
CREATE INDEX "AuditEntry_workspaceId_subject_idx" ON "AuditEntry"("workspaceId", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_workspaceId_seq_key" ON "AuditEntry"("workspaceId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "Installation_platform_externalId_key" ON "Installation"("platform", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "Installation_workspaceId_platform_key" ON "Installation"("workspaceId", "platform");

-- CreateIndex
CREATE INDEX "Member_workspaceId_name_idx" ON "Member"("workspaceId", "name");

-- CreateIndex
CREATE INDEX "Identity_memberId_idx" ON "Identity"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Identity_workspaceId_platform_externalId_key" ON "Identity"("workspaceId", "platform", "externalId");

-- CreateIndex
CREATE INDEX "Absence_memberId_toDate_idx" ON "Absence"("memberId", "toDate");

-- CreateIndex
CREATE UNIQUE INDEX "Channel_workspaceId_platform_externalId_key" ON "Channel"("workspaceId", "platform", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "PlaygroundMessage_key_key" ON "PlaygroundMessage"("key");

-- CreateIndex
CREATE INDEX "PlaygroundMessage_place_id_idx" ON "PlaygroundMessage"("place", "id");

-- CreateIndex
CREATE INDEX "Standup_workspaceId_state_idx" ON "Standup"("workspaceId", "state");

-- CreateIndex
CREATE INDEX "StandupQuestion_standupId_position_idx" ON "StandupQuestion"("standupId", "position");

-- CreateIndex
CREATE INDEX "StandupParticipant_memberId_idx" ON "StandupParticipant"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "StandupRun_standupId_date_key" ON "StandupRun"("standupId", "date");

-- CreateIndex
CREATE INDEX "StandupEntry_memberId_idx" ON "StandupEntry"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "StandupEntry_runId_memberId_key" ON "StandupEntry"("runId", "memberId");

-- CreateIndex
CREATE INDEX "StandupBlocker_standupId_resolvedAt_idx" ON "StandupBlocker"("standupId", "resolvedAt");

-- CreateIndex
CREATE UNIQUE INDEX "StandupBlocker_runId_memberId_questionId_key" ON "StandupBlocker"("runId", "memberId", "questionId");

-- AddForeignKey
ALTER TABLE "Installation" ADD CONSTRAINT "Installation_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_backupId_fkey" FOREIGN KEY ("backupId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Identity" ADD CONSTRAINT "Identity_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Channel" ADD CONSTRAINT "Channel_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandupQuestion" ADD CONSTRAINT "StandupQuestion_standupId_fkey" FOREIGN KEY ("standupId") REFERENCES "Standup"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandupParticipant" ADD CONSTRAINT "StandupParticipant_standupId_fkey" FOREIGN KEY ("standupId") REFERENCES "Standup"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandupRun" ADD CONSTRAINT "StandupRun_standupId_fkey" FOREIGN KEY ("standupId") REFERENCES "Standup"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandupEntry" ADD CONSTRAINT "StandupEntry_runId_fkey" FOREIGN KEY ("runId") REFERENCES "StandupRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandupAnswer" ADD CONSTRAINT "StandupAnswer_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "StandupEntry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandupAnswer" ADD CONSTRAINT "StandupAnswer_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "StandupQuestion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandupBlocker" ADD CONSTRAINT "StandupBlocker_standupId_fkey" FOREIGN KEY ("standupId") REFERENCES "Standup"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandupSkip" ADD CONSTRAINT "StandupSkip_standupId_fkey" FOREIGN KEY ("standupId") REFERENCES "Standup"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What the ticker looks for, however many timers there are.
CREATE INDEX "Timer_pending" ON "Timer" ("dueAt") WHERE "firedAt" IS NULL AND "cancelledAt" IS NULL;

-- What waits to be said, in its order per place.
CREATE INDEX "Post_waiting" ON "Post" ("workspaceId", "place", "id") WHERE "state" = 'waiting';

-- One post at a time leaves for a place.
CREATE UNIQUE INDEX "Post_sending" ON "Post" ("workspaceId", "place") WHERE "state" = 'sending';

-- The posts that link to another one.
CREATE INDEX "Post_linksTo" ON "Post" USING GIN ("linksTo") WHERE "linksTo" <> '{}';

-- What the sealer looks for.
CREATE INDEX "AuditEntry_unsealed" ON "AuditEntry" ("workspaceId", "id") WHERE "hash" IS NULL;

-- The audit trail is appended and sealed once; nothing else ever changes it.
CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."hash" IS NULL AND NEW."hash" IS NOT NULL
    AND (to_jsonb(NEW) - 'hash' - 'seq') = (to_jsonb(OLD) - 'hash' - 'seq')
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'The audit trail is append-only';
END $$;

CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE OR DELETE ON "AuditEntry"
  FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
