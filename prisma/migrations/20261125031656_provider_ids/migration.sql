-- CreateIndex
-- Most messages have it as their key and none beside it.
CREATE INDEX "message_provider_id" ON "message"("provider_message_id") WHERE "provider_message_id" IS NOT NULL;
