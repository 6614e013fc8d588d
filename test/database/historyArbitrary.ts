import fc from 'fast-check'
import { fingerprint } from '@/lib/ingest/fingerprint'
import { prepareReceipts } from '@/lib/ingest/prepareReceipts'
import type { IngestItem, IngestReceipt } from '@/lib/ingest/types'
import { uuidV7 } from '@/lib/ingest/uuidV7'
import { landed } from '@/lib/providers/landed'
import type { Receipt } from '@/lib/providers/types'
import { FAILURE_CLASSES } from '@/lib/status/failureClass'
import { FAILURES, STATUSES } from '@/lib/status/status'

/** One receipt arriving at a moment. A history may hold the same receipt several times. */
export interface ArrivingReceipt {
  receipt: Receipt
  receivedAt: number
}

const EPOCH = Date.UTC(2026, 2, 28, 22, 0)
const messageKeys = ['m1', 'm2', 'm3']
const KNOWLEDGE = { reader: landed, overrides: null }
/** Receipts of this message speak of single parts, some of the whole text. */
const PARTED = 'm3'
const isFailure = (status: string) => (FAILURES as readonly string[]).includes(status) || status === 'unknown'

/** Few values per field, so that ties, contradictions and exact repeats are common. The span crosses a DST night. */
const receipt: fc.Arbitrary<Receipt> = fc
  .record({
    providerMessageId: fc.constantFrom(...messageKeys),
    status: fc.constantFrom(...STATUSES),
    rawStatus: fc.constantFrom('A', 'B'),
    failureClass: fc.constantFrom(...FAILURE_CLASSES),
    errorCode: fc.constantFrom(null, '30003', '30005'),
    recipient: fc.constantFrom(null, '+447700900123', '+12025550123'),
    sender: fc.constantFrom(null, 'ACME'),
    occurredAt: fc.option(fc.integer({ min: 0, max: 400 }).map((step) => EPOCH + step * 7 * 60_000)),
    mccmnc: fc.constantFrom(undefined, '23410', '23415'),
    price: fc.constantFrom(undefined, '0.0333', '0.1'),
    purpose: fc.constantFrom(undefined, 'reminder', 'code'),
    route: fc.constantFrom(undefined, 'smsc1', 'smsc2'),
    part: fc.constantFrom(undefined, 1, 2, 2),
  })
  .map(({ failureClass, part, ...rest }) => ({
    ...rest,
    failureClass: isFailure(rest.status) ? failureClass : null,
    ...(part !== undefined && rest.providerMessageId === PARTED ? { part, parts: 2 } : {}),
  }))

const arrival: fc.Arbitrary<ArrivingReceipt> = fc.record({
  receipt,
  receivedAt: fc.integer({ min: 0, max: 400 }).map((step) => EPOCH + 3 * 86_400_000 + step * 60_000),
})

export interface History {
  arrivals: ArrivingReceipt[]
  /** The same arrivals in another order, cut into other batches. */
  first: ArrivingReceipt[][]
  second: ArrivingReceipt[][]
}

/** A set of arrivals with repeats, and two ways in which it may come. */
export const history: fc.Arbitrary<History> = fc
  .tuple(fc.array(arrival, { minLength: 1, maxLength: 8 }), fc.array(fc.nat(7), { maxLength: 4 }))
  .map(([arrivals, repeats]) => [...arrivals, ...repeats.map((index) => arrivals[index % arrivals.length]!)])
  .chain((arrivals) =>
    fc.record({
      arrivals: fc.constant(arrivals),
      first: batched(arrivals),
      second: batched(arrivals),
    }),
  )

function batched(arrivals: ArrivingReceipt[]): fc.Arbitrary<ArrivingReceipt[][]> {
  return fc
    .tuple(
      fc.shuffledSubarray(arrivals, { minLength: arrivals.length, maxLength: arrivals.length }),
      fc.array(fc.boolean(), { minLength: arrivals.length, maxLength: arrivals.length }),
    )
    .map(([order, cuts]) => {
      const batches: ArrivingReceipt[][] = [[]]
      order.forEach((item, index) => {
        if (cuts[index] && batches.at(-1)?.length) batches.push([])
        batches.at(-1)?.push(item)
      })
      return batches
    })
}

/** The item that a door would hand to the batcher. */
export function itemOf(connectionId: number, { receipt, receivedAt }: ArrivingReceipt): IngestItem {
  const { receipts, quarantine } = prepareReceipts({ receipts: [receipt], unreadable: [] }, receivedAt, KNOWLEDGE)
  return {
    callback: {
      id: uuidV7(receivedAt),
      receivedAt,
      connectionId,
      adapter: 'landed',
      method: 'POST',
      target: '/api/callbacks/landed/test',
      headers: {},
      body: Buffer.from(JSON.stringify(receipt)),
      bodyHash: Buffer.alloc(32),
      outcome: 'applied',
      receiptCount: 1,
    },
    receipts,
    quarantine,
  }
}

/** Statements that are distinct as far as the deduplication goes. */
export function distinct(arrivals: readonly ArrivingReceipt[]): Map<string, IngestReceipt> {
  const found = new Map<string, IngestReceipt>()
  for (const { receipt, receivedAt } of arrivals) {
    const [prepared] = prepareReceipts({ receipts: [receipt], unreadable: [] }, receivedAt, KNOWLEDGE).receipts
    if (prepared) found.set(`${prepared.messageKey} ${fingerprint(receipt)}`, prepared)
  }
  return found
}
