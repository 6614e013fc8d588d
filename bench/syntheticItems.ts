import { createHash, randomBytes } from 'node:crypto'
import { prepareReceipts } from '@/lib/ingest/prepareReceipts'
import type { IngestItem } from '@/lib/ingest/types'
import { uuidV7 } from '@/lib/ingest/uuidV7'
import { twilioForm, type TwilioCallback } from './twilioForm'
import { findAdapter } from '@/lib/providers/registry'

/** Items as the doors hand them to the batcher: one receipt each, read by the real Twilio adapter. */
export function syntheticItem(connectionId: number, callback: TwilioCallback, receivedAt: number): IngestItem {
  const adapter = findAdapter('twilio')
  if (!adapter) throw new Error('The Twilio adapter is missing.')
  const body = Buffer.from(twilioForm(callback))
  const target = '/api/callbacks/twilio/bench00000000'
  const headers = {
    'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
    'user-agent': 'TwilioProxy/1.1',
    'x-twilio-signature': 'UK83UlbmgqNG6IyDhhRQB1m9UEI=',
  }
  const parsed = adapter.parse({ method: 'POST', url: `http://localhost:3000${target}`, headers, rawBody: body })
  const { receipts, quarantine } = prepareReceipts(parsed, receivedAt, { reader: adapter, overrides: null })
  return {
    callback: {
      id: uuidV7(receivedAt),
      receivedAt,
      connectionId,
      adapter: 'twilio',
      method: 'POST',
      target,
      headers,
      body,
      bodyHash: createHash('sha256').update(body).digest(),
      outcome: 'applied',
      receiptCount: receipts.length,
    },
    receipts,
    quarantine,
  }
}

/** A random message id as Twilio makes them. */
export function randomSid(): string {
  return `SM${randomBytes(16).toString('hex')}`
}
