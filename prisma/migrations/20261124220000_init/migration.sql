-- Made from prisma/schema.prisma by `npm run db:diff`, then edited by hand: what Prisma's models cannot say.
--   callback        partitioned by day of arrival; a row that has no partition of its own lands in callback_default
--   fillfactor      room in each page, so that an update of counters or of a message's state stays in its page (HOT)
--   partial index   most messages have no reference of the sender

-- CreateEnum
CREATE TYPE "message_status" AS ENUM ('queued', 'sending', 'sent', 'unknown', 'expired', 'rejected', 'failed', 'undelivered', 'delivered', 'read');

-- CreateEnum
CREATE TYPE "failure_class" AS ENUM ('unreachable_handset', 'invalid_number', 'landline_or_incapable', 'carrier_blocked', 'recipient_blocked', 'content_rejected', 'sender_rejected', 'expired', 'throttled', 'account_problem', 'provider_error', 'unknown');

-- CreateTable
CREATE TABLE "connection" (
    "id" SERIAL NOT NULL,
    "public_id" TEXT NOT NULL,
    "adapter" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "secrets" BYTEA NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "paused_at" TIMESTAMPTZ(3),

    CONSTRAINT "connection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "callback" (
    "id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "connection_id" INTEGER,
    "adapter" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "headers" JSON NOT NULL,
    "body" BYTEA NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "outcome" TEXT NOT NULL,
    "receipt_count" INTEGER NOT NULL,

    CONSTRAINT "callback_pkey" PRIMARY KEY ("received_at","id")
) PARTITION BY RANGE ("received_at");

-- CreateTable
CREATE TABLE "callback_default" PARTITION OF "callback" DEFAULT;

-- CreateTable
CREATE TABLE "quarantine" (
    "id" BIGSERIAL NOT NULL,
    "callback_id" UUID NOT NULL,
    "callback_received_at" TIMESTAMPTZ(3) NOT NULL,
    "connection_id" INTEGER,
    "code" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "item" INTEGER NOT NULL DEFAULT 0,
    "authentic" BOOLEAN NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "resolution" TEXT,

    CONSTRAINT "quarantine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refusal" (
    "day" DATE NOT NULL,
    "connection_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "count" BIGINT NOT NULL DEFAULT 0,
    "kept" BIGINT NOT NULL DEFAULT 0,
    "kept_bytes" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "refusal_pkey" PRIMARY KEY ("day","connection_id","code")
);

-- CreateTable
CREATE TABLE "message" (
    "id" BIGSERIAL NOT NULL,
    "connection_id" INTEGER NOT NULL,
    "message_key" TEXT NOT NULL,
    "provider_message_id" TEXT,
    "client_reference" TEXT,
    "recipient" TEXT,
    "sender" TEXT,
    "status" "message_status" NOT NULL,
    "raw_status" TEXT NOT NULL,
    "failure_class" "failure_class",
    "error_code" TEXT,
    "occurred_at" TIMESTAMPTZ(3),
    "contradicted" BOOLEAN NOT NULL DEFAULT false,
    "cohort_at" TIMESTAMPTZ(3) NOT NULL,
    "first_occurred_at" TIMESTAMPTZ(3),
    "first_received_at" TIMESTAMPTZ(3) NOT NULL,
    "last_received_at" TIMESTAMPTZ(3) NOT NULL,
    "country" TEXT NOT NULL DEFAULT '',
    "carrier" TEXT NOT NULL DEFAULT '',
    "purpose" TEXT NOT NULL DEFAULT '',
    "location" TEXT NOT NULL DEFAULT '',
    "campaign" TEXT,
    "segments" INTEGER,
    "price" DECIMAL(18,8),
    "currency" TEXT,

    CONSTRAINT "message_pkey" PRIMARY KEY ("connection_id","message_key")
) WITH (fillfactor = 50);

-- CreateTable
CREATE TABLE "receipt" (
    "message_id" BIGINT NOT NULL,
    "fingerprint" BIGINT NOT NULL,
    "connection_id" INTEGER NOT NULL,
    "callback_id" UUID NOT NULL,
    "status" "message_status" NOT NULL,
    "raw_status" TEXT NOT NULL,
    "failure_class" "failure_class",
    "error_code" TEXT,
    "occurred_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "duplicates" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("message_id","fingerprint")
) WITH (fillfactor = 95);

-- CreateTable
CREATE TABLE "unlanded" (
    "message_id" BIGINT NOT NULL,
    "cohort_at" TIMESTAMPTZ(3) NOT NULL,
    "status" "message_status" NOT NULL,
    "failure_class" "failure_class",

    CONSTRAINT "unlanded_pkey" PRIMARY KEY ("message_id")
);

-- CreateTable
CREATE TABLE "rollup" (
    "grain" CHAR(1) NOT NULL,
    "bucket" TIMESTAMPTZ(0) NOT NULL,
    "connection_id" INTEGER NOT NULL,
    "country" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "queued" BIGINT NOT NULL DEFAULT 0,
    "sending" BIGINT NOT NULL DEFAULT 0,
    "sent" BIGINT NOT NULL DEFAULT 0,
    "unknown" BIGINT NOT NULL DEFAULT 0,
    "expired" BIGINT NOT NULL DEFAULT 0,
    "rejected" BIGINT NOT NULL DEFAULT 0,
    "failed" BIGINT NOT NULL DEFAULT 0,
    "undelivered" BIGINT NOT NULL DEFAULT 0,
    "delivered" BIGINT NOT NULL DEFAULT 0,
    "read" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "rollup_pkey" PRIMARY KEY ("grain","bucket","connection_id","country","carrier","purpose","location")
) WITH (fillfactor = 50);

-- CreateTable
CREATE TABLE "rollup_failure" (
    "grain" CHAR(1) NOT NULL,
    "bucket" TIMESTAMPTZ(0) NOT NULL,
    "connection_id" INTEGER NOT NULL,
    "country" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "failure_class" "failure_class" NOT NULL,
    "messages" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "rollup_failure_pkey" PRIMARY KEY ("grain","bucket","connection_id","country","carrier","purpose","location","failure_class")
) WITH (fillfactor = 50);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "connection_public_id_key" ON "connection"("public_id");

-- CreateIndex
CREATE INDEX "callback_connection" ON "callback"("connection_id", "received_at" DESC);

-- CreateIndex
CREATE INDEX "quarantine_newest" ON "quarantine"("callback_received_at" DESC, "callback_id" DESC);

-- CreateIndex
CREATE INDEX "quarantine_callback" ON "quarantine"("callback_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_id_key" ON "message"("id");

-- CreateIndex
CREATE INDEX "message_cohort" ON "message"("cohort_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "message_recipient" ON "message"("recipient", "cohort_at" DESC);

-- CreateIndex
CREATE INDEX "message_client_reference" ON "message"("client_reference") WHERE "client_reference" IS NOT NULL;

-- CreateIndex
CREATE INDEX "unlanded_cohort" ON "unlanded"("cohort_at" DESC, "message_id" DESC);

-- CreateIndex
CREATE INDEX "unlanded_class" ON "unlanded"("failure_class", "cohort_at" DESC, "message_id" DESC);
