-- AlterTable
ALTER TABLE "connection" ADD COLUMN     "mapping" JSONB,
ADD COLUMN     "mapping_draft" JSONB,
ADD COLUMN     "previous_secrets" BYTEA,
ADD COLUMN     "previous_until" TIMESTAMPTZ(3),
ADD COLUMN     "previous_used_at" TIMESTAMPTZ(3),
ADD COLUMN     "settings" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "parts" SMALLINT,
ADD COLUMN     "route" TEXT;

-- AlterTable
ALTER TABLE "receipt" ADD COLUMN     "adapter_class" "failure_class",
ADD COLUMN     "adapter_status" "message_status",
ADD COLUMN     "part" SMALLINT,
ADD COLUMN     "parts" SMALLINT,
ADD COLUMN     "price" DECIMAL(18,8);

-- CreateTable
CREATE TABLE "code_override" (
    "id" SERIAL NOT NULL,
    "adapter" TEXT NOT NULL,
    "connection_id" INTEGER NOT NULL DEFAULT 0,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "status" "message_status",
    "failure_class" "failure_class",
    "permanent" BOOLEAN,
    "plain" TEXT,
    "next_step" TEXT,
    "note" TEXT,
    "author" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,

    CONSTRAINT "code_override_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "new_code" (
    "connection_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "seen" BIGINT NOT NULL DEFAULT 0,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "first_callback_id" UUID NOT NULL,
    "last_callback_id" UUID NOT NULL,
    "dismissed_at" TIMESTAMPTZ(3),
    "dismissed_by" TEXT,

    CONSTRAINT "new_code_pkey" PRIMARY KEY ("connection_id","kind","code")
);

-- CreateTable
CREATE TABLE "rejudge_job" (
    "id" SERIAL NOT NULL,
    "adapter" TEXT NOT NULL,
    "connection_id" INTEGER NOT NULL DEFAULT 0,
    "title" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "position" BIGINT NOT NULL DEFAULT 0,
    "last_id" BIGINT,
    "messages_checked" BIGINT NOT NULL DEFAULT 0,
    "messages_changed" BIGINT NOT NULL DEFAULT 0,
    "receipts_changed" BIGINT NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "rejudge_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "connection_minute" (
    "connection_id" INTEGER NOT NULL,
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "callbacks" INTEGER NOT NULL DEFAULT 0,
    "receipts" INTEGER NOT NULL DEFAULT 0,
    "duplicates" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "quarantined" INTEGER NOT NULL DEFAULT 0,
    "delays" INTEGER[] DEFAULT ARRAY[]::INTEGER[],

    CONSTRAINT "connection_minute_pkey" PRIMARY KEY ("connection_id","minute")
);

-- CreateIndex
CREATE INDEX "rejudge_job_state" ON "rejudge_job"("state", "id");

-- One rule in force per code; ended ones stay as history.
CREATE UNIQUE INDEX "code_override_in_force" ON "code_override"("adapter", "connection_id", "kind", "code") WHERE "ended_at" IS NULL;
