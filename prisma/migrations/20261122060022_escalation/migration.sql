-- CreateTable
CREATE TABLE "EscalationPolicy" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EscalationPolicy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EscalationPolicyVersion" (
    "policyId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "steps" JSONB NOT NULL,
    "progressMinutes" INTEGER NOT NULL,
    "progressClock" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT,

    CONSTRAINT "EscalationPolicyVersion_pkey" PRIMARY KEY ("policyId","version")
);

-- CreateTable
CREATE TABLE "EscalationSettings" (
    "workspaceId" TEXT NOT NULL,
    "defaultPolicyId" TEXT,
    "fallbackChannelId" TEXT,

    CONSTRAINT "EscalationSettings_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "Escalation" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "flow" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "policy" JSONB NOT NULL,
    "cards" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "round" INTEGER NOT NULL DEFAULT 1,
    "step" INTEGER,
    "repeat" INTEGER NOT NULL DEFAULT 0,
    "nextStep" INTEGER NOT NULL DEFAULT 0,
    "nextRepeat" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3),
    "holderId" TEXT,
    "acknowledgedAt" TIMESTAMPTZ(3),
    "progressAt" TIMESTAMPTZ(3),
    "wokenAt" TIMESTAMPTZ(3),
    "exhaustedAt" TIMESTAMPTZ(3),
    "snoozes" INTEGER NOT NULL DEFAULT 0,
    "snoozedUntil" TIMESTAMPTZ(3),
    "snoozedById" TEXT,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" TEXT,

    CONSTRAINT "Escalation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EscalationBeat" (
    "escalationId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "step" INTEGER NOT NULL,
    "repeat" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EscalationBeat_pkey" PRIMARY KEY ("escalationId","round","step","repeat")
);

-- CreateTable
CREATE TABLE "EscalationNotice" (
    "id" BIGSERIAL NOT NULL,
    "escalationId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "step" INTEGER NOT NULL,
    "repeat" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "memberId" TEXT,
    "outcome" TEXT NOT NULL,
    "because" TEXT NOT NULL,
    "insteadOfId" TEXT,
    "note" TEXT,
    "postKey" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EscalationNotice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Escalation_workspaceId_flow_subject_key" ON "Escalation"("workspaceId", "flow", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "EscalationNotice_escalationId_round_step_repeat_place_key" ON "EscalationNotice"("escalationId", "round", "step", "repeat", "place");

-- AddForeignKey
ALTER TABLE "EscalationPolicyVersion" ADD CONSTRAINT "EscalationPolicyVersion_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "EscalationPolicy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EscalationBeat" ADD CONSTRAINT "EscalationBeat_escalationId_fkey" FOREIGN KEY ("escalationId") REFERENCES "Escalation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EscalationNotice" ADD CONSTRAINT "EscalationNotice_escalationId_fkey" FOREIGN KEY ("escalationId") REFERENCES "Escalation"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- One name, one policy, in whatever case it is written.
CREATE UNIQUE INDEX "EscalationPolicy_name" ON "EscalationPolicy" ("workspaceId", lower("name"));

-- What still needs somebody, however much has been resolved.
CREATE INDEX "Escalation_unresolved" ON "Escalation" ("workspaceId", "holderId") WHERE "state" <> 'resolved';

-- What an auditor looks for: a walk, or whoever took it, that time is running for.
CREATE INDEX "Escalation_next" ON "Escalation" ("nextAt") WHERE "nextAt" IS NOT NULL;
