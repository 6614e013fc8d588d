import { randomInt } from 'node:crypto'
import type { PoolClient } from 'pg'
import { z } from 'zod'
import { sql } from '@/lib/db/sql'

/** Message ids from `low` to `high`, both included. */
export interface IdRange {
  low: number
  high: number
}

const BATCH = 5_000
const row = z.object({ low: z.coerce.number().nullable(), high: z.coerce.number().nullable() })

/**
 * The ranges that cover every id of messages and receipts; with `sample`, as many of them chosen by chance as hold
 * about that many ids.
 */
export async function idRanges(client: PoolClient, sample?: number): Promise<IdRange[]> {
  const [bounds] = await sql(
    row,
    `SELECT least((SELECT min(id) FROM message), (SELECT min(message_id) FROM receipt)) AS low,
            greatest((SELECT max(id) FROM message), (SELECT max(message_id) FROM receipt)) AS high`,
    [],
    client,
  )
  if (bounds?.low == null || bounds.high == null) return []
  const ranges = split(bounds.low, bounds.high, Math.min(BATCH, sample ?? BATCH))
  return sample === undefined ? ranges : choose(ranges, Math.ceil(sample / BATCH))
}

function split(low: number, high: number, size: number): IdRange[] {
  const count = Math.floor((high - low) / size) + 1
  return Array.from({ length: count }, (_, index) => {
    const start = low + index * size
    return { low: start, high: Math.min(high, start + size - 1) }
  })
}

function choose(ranges: IdRange[], count: number): IdRange[] {
  const left = [...ranges]
  const chosen = Array.from({ length: Math.min(count, left.length) }, () => left.splice(randomInt(left.length), 1))
  return chosen.flat().sort((a, b) => a.low - b.low)
}
