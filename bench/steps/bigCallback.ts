import { createHmac, randomUUID } from 'node:crypto'
import { createConnection } from '@/lib/connections/createConnection'
import { forgetSingleton } from '@/lib/db/processSingleton'
import { getIngestPool } from '@/lib/ingest/getIngestPool'
import { receive } from '@/lib/ingest/receive'
import type { IncomingCallback } from '@/lib/ingest/types'
import { atMost, type Figure } from '../Figure'
import { useDatabase } from '../useDatabase'

const RECEIPTS = 1000
const ROUNDS = 21
const WARM_UP_ROUNDS = 10
const LIMIT_MS = 150
const KEY = Buffer.from('bench secret, 24 bytes..')

/** Time from the bytes of one callback with 1,000 receipts (landed format) to its reply, which is after the commit. */
export async function bigCallback(databaseUrl: string): Promise<Figure[]> {
  await useDatabase(databaseUrl)
  const signingSecret = `whsec_${KEY.toString('base64')}`
  const { callbackUrl } = await createConnection({ adapter: 'landed', name: 'Bench', secrets: { signingSecret } })
  const target = new URL(callbackUrl).pathname
  const first: number[] = []
  const second: number[] = []
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
    const ids = Array.from({ length: RECEIPTS }, () => randomUUID())
    const sent = await timed(callback(target, ids, 'sent'))
    const delivered = await timed(callback(target, ids, 'delivered'))
    if (round < 0) continue
    first.push(sent)
    second.push(delivered)
  }
  await getIngestPool().end()
  for (const name of ['batcher', 'ingestPool']) forgetSingleton(name)
  return [
    atMost('1,000 receipts of new messages in one callback, to the reply, median', median(first), LIMIT_MS, 'ms'),
    atMost('1,000 receipts of known messages in one callback, to the reply, median', median(second), LIMIT_MS, 'ms'),
  ]
}

function callback(target: string, ids: readonly string[], status: string): IncomingCallback {
  const now = Date.now()
  const receipts = ids.map((providerMessageId, index) => ({
    providerMessageId,
    status,
    recipient: `+4477009${String(index).padStart(5, '0')}`,
    sender: 'ACME',
    occurredAt: new Date(now).toISOString(),
    mccmnc: '23410',
    price: '0.0333',
    currency: 'EUR',
    segments: 1,
    purpose: 'reminder',
    location: 'Leeds',
  }))
  const body = Buffer.from(JSON.stringify({ receipts }))
  const id = randomUUID()
  const timestamp = String(Math.floor(now / 1000))
  const signature = createHmac('sha256', KEY).update(`${id}.${timestamp}.`).update(body).digest('base64')
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  }
  return { method: 'POST', target, headers, body, door: 'fast' }
}

async function timed(incoming: IncomingCallback): Promise<number> {
  const started = performance.now()
  const reply = await receive(incoming)
  const took = performance.now() - started
  if (reply.status !== 204) throw new Error(`The callback was answered with ${reply.status}: ${reply.body}`)
  return took
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}
