-- CreateIndex
-- Open rows alone: the resolved ones are history, and many.
CREATE INDEX "quarantine_open" ON "quarantine"("connection_id", "code") WHERE "resolved_at" IS NULL;
