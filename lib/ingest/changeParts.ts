import {
  bigintColumn,
  hexBigintColumn,
  instantColumn,
  intColumn,
  textColumn,
  uuidColumn,
  wordColumn,
  type ArrayColumn,
} from '@/lib/db/arrayColumn'
import type { FailureDelta, RollupDelta } from '@/lib/rollups/collectDeltas'
import { STATUSES } from '@/lib/status/status'
import type { ChangedReceipt, Changes } from './Changes'
import {
  PROGRESS_COLUMNS,
  PROGRESS_TYPES,
  progressColumns,
  hasRare,
  RARE_COLUMNS,
  RARE_TYPES,
  rareColumns,
  STATE_COLUMNS,
  STATE_TYPES,
  stateColumns,
} from './stateColumns'

/** One part of the last statement of a commit: a WITH query over `unnest` of its columns. */
export interface ChangePart {
  name: string
  /** Types of the arrays, in the order of `columns`. */
  types: readonly string[]
  /** The query, given the numbered parameters. */
  text(parameters: string): string
  /** Null when this batch has nothing for it. */
  columns(changes: Changes): (ArrayColumn | string)[] | null
}

const RECEIPT = `message_id, fingerprint, connection_id, callback_id, status, raw_status, failure_class, error_code,
  occurred_at, received_at, duplicates`
const RECEIPT_TYPES = [
  ...['bigint', 'bigint', 'int', 'uuid', 'message_status', 'text'],
  ...['failure_class', 'text', 'timestamptz', 'timestamptz', 'int'],
]
const PLACE = 'grain, bucket, connection_id, country, carrier, purpose, location'
const PLACE_TYPES = ['char(1)', 'timestamptz', 'int', 'text', 'text', 'text', 'text']
const statusColumns = STATUSES.map((status) => `"${status}"`).join(', ')
const statusSums = STATUSES.map((status) => `"${status}" = r."${status}" + excluded."${status}"`).join(', ')

/** The parts whose rows say which receipts were stored before. */
export const REPEATS_PARTS: readonly string[] = ['receipts', 'special']

/** A statement that arrives again is judged by today's mapping, like the state of its message in the same commit. */
const ON_REPEAT = `ON CONFLICT (message_id, fingerprint) DO UPDATE SET
        duplicates = r.duplicates + excluded.duplicates + (r.callback_id <> excluded.callback_id)::int,
        callback_id = CASE WHEN excluded.received_at < r.received_at THEN excluded.callback_id ELSE r.callback_id END,
        received_at = least(r.received_at, excluded.received_at),
        status = excluded.status, failure_class = excluded.failure_class,`

/** In this order the parts run and take their locks; counters come late, because all batches meet there. */
export const CHANGE_PARTS: readonly ChangePart[] = [
  {
    name: 'receipts',
    types: RECEIPT_TYPES,
    text: (parameters) => `
      INSERT INTO receipt AS r (${RECEIPT}) SELECT * FROM unnest(${parameters})
      ${ON_REPEAT}
        adapter_status = NULL, adapter_class = NULL
      RETURNING r.message_id, r.fingerprint, r.xmax <> 0 AS again`,
    columns: ({ receipts }) => (receipts.length > 0 ? receiptColumns(receipts) : null),
  },
  {
    name: 'first',
    types: RECEIPT_TYPES,
    text: (parameters) => `INSERT INTO receipt (${RECEIPT}) SELECT * FROM unnest(${parameters})`,
    columns: ({ first }) => (first.length > 0 ? receiptColumns(first) : null),
  },
  {
    name: 'special',
    types: [...RECEIPT_TYPES, 'smallint', 'smallint', 'numeric', 'message_status', 'failure_class'],
    text: (parameters) => `
      INSERT INTO receipt AS r (${RECEIPT}, part, parts, price, adapter_status, adapter_class)
      SELECT * FROM unnest(${parameters})
      ${ON_REPEAT}
        adapter_status = excluded.adapter_status, adapter_class = excluded.adapter_class
      RETURNING r.message_id, r.fingerprint, r.xmax <> 0 AS again`,
    columns: ({ special }) => (special.length > 0 ? [...receiptColumns(special), ...specialColumns(special)] : null),
  },
  {
    name: 'updates',
    types: ['bigint', ...STATE_TYPES],
    text: (parameters) => updateText(STATE_COLUMNS, parameters),
    columns: ({ updates }) => {
      const states = updates.map(({ state }) => state)
      if (updates.length === 0 || hasRare(states)) return null
      return [bigintColumn(updates, ({ id }) => id), ...stateColumns(states)]
    },
  },
  {
    name: 'rare_updates',
    types: ['bigint', ...STATE_TYPES, ...RARE_TYPES],
    text: (parameters) => updateText([...STATE_COLUMNS, ...RARE_COLUMNS], parameters),
    columns: ({ updates }) => {
      const states = updates.map(({ state }) => state)
      if (!hasRare(states)) return null
      return [bigintColumn(updates, ({ id }) => id), ...stateColumns(states), ...rareColumns(states)]
    },
  },
  {
    name: 'progress',
    types: ['bigint', ...PROGRESS_TYPES],
    text: (parameters) => updateText(PROGRESS_COLUMNS, parameters),
    columns: ({ progress }) => {
      if (progress.length === 0) return null
      return [bigintColumn(progress, ({ id }) => id), ...progressColumns(progress.map(({ state }) => state))]
    },
  },
  {
    name: 'landed',
    types: ['bigint'],
    text: (parameters) => `DELETE FROM unlanded WHERE message_id = ANY (${parameters})`,
    columns: ({ landed }) => (landed.length > 0 ? [bigintColumn(landed, (id) => id)] : null),
  },
  {
    name: 'unlanded',
    types: ['bigint', 'timestamptz', 'message_status', 'failure_class'],
    text: (parameters) => `
      INSERT INTO unlanded (message_id, cohort_at, status, failure_class) SELECT * FROM unnest(${parameters})
      ON CONFLICT (message_id) DO UPDATE SET cohort_at = excluded.cohort_at, status = excluded.status,
        failure_class = excluded.failure_class`,
    columns: ({ unlanded }) => {
      if (unlanded.length === 0) return null
      return [
        bigintColumn(unlanded, ({ id }) => id),
        instantColumn(unlanded, ({ state }) => state.cohortAt),
        wordColumn(unlanded, ({ state }) => state.status),
        wordColumn(unlanded, ({ state }) => state.failureClass),
      ]
    },
  },
  {
    name: 'counters',
    types: [...PLACE_TYPES, ...STATUSES.map(() => 'bigint')],
    text: (parameters) => `
      INSERT INTO rollup AS r (${PLACE}, ${statusColumns}) SELECT * FROM unnest(${parameters})
      ON CONFLICT (${PLACE}) DO UPDATE SET ${statusSums}`,
    columns: ({ deltas: { rollup } }) => {
      if (rollup.length === 0) return null
      const counts = STATUSES.map((_, index) => bigintColumn(rollup, (delta) => delta.statuses[index] ?? 0))
      return [...placeColumns(rollup), ...counts]
    },
  },
  {
    name: 'failures',
    types: [...PLACE_TYPES, 'failure_class', 'bigint'],
    text: (parameters) => `
      INSERT INTO rollup_failure AS r (${PLACE}, failure_class, messages) SELECT * FROM unnest(${parameters})
      ON CONFLICT (${PLACE}, failure_class) DO UPDATE SET messages = r.messages + excluded.messages`,
    columns: ({ deltas: { failures } }) => {
      if (failures.length === 0) return null
      const classes = wordColumn(failures, (delta) => delta.at.failureClass)
      return [...placeColumns(failures), classes, bigintColumn(failures, (delta) => delta.messages)]
    },
  },
  {
    name: 'kept',
    types: ['uuid', 'timestamptz', 'int', 'text', 'text', 'int'],
    text: (parameters) => `
      INSERT INTO quarantine (callback_id, callback_received_at, connection_id, code, reason, item, authentic)
      SELECT u.*, true FROM unnest(${parameters}) AS u`,
    columns: ({ quarantine }) => {
      if (quarantine.length === 0) return null
      return [
        uuidColumn(quarantine, (row) => row.callbackId),
        instantColumn(quarantine, (row) => row.receivedAt),
        intColumn(quarantine, (row) => row.connectionId),
        textColumn(quarantine, (row) => row.row.code),
        textColumn(quarantine, (row) => row.row.reason),
        intColumn(quarantine, (row) => row.row.item),
      ]
    },
  },
  {
    name: 'codes',
    types: ['int', 'text', 'text', 'bigint', 'timestamptz', 'timestamptz', 'uuid', 'uuid'],
    text: (parameters) => `
      INSERT INTO new_code AS n
        (connection_id, kind, code, seen, first_seen_at, last_seen_at, first_callback_id, last_callback_id)
      SELECT * FROM unnest(${parameters})
      ON CONFLICT (connection_id, kind, code) DO UPDATE SET seen = n.seen + excluded.seen,
        first_callback_id = CASE WHEN excluded.first_seen_at < n.first_seen_at THEN excluded.first_callback_id ELSE n.first_callback_id END,
        last_callback_id = CASE WHEN excluded.last_seen_at >= n.last_seen_at THEN excluded.last_callback_id ELSE n.last_callback_id END,
        first_seen_at = least(n.first_seen_at, excluded.first_seen_at),
        last_seen_at = greatest(n.last_seen_at, excluded.last_seen_at)`,
    columns: ({ newCodes }) => {
      if (newCodes.length === 0) return null
      return [
        intColumn(newCodes, (row) => row.connectionId),
        textColumn(newCodes, (row) => row.kind),
        textColumn(newCodes, (row) => row.code),
        bigintColumn(newCodes, (row) => row.seen),
        instantColumn(newCodes, (row) => row.first.receivedAt),
        instantColumn(newCodes, (row) => row.last.receivedAt),
        uuidColumn(newCodes, (row) => row.first.id),
        uuidColumn(newCodes, (row) => row.last.id),
      ]
    },
  },
]

function updateText(columns: readonly string[], parameters: string): string {
  const sets = columns.map((column) => `${column} = u.${column}`).join(', ')
  return `UPDATE message m SET ${sets} FROM unnest(${parameters}) AS u (id, ${columns.join(', ')}) WHERE m.id = u.id`
}

function receiptColumns(rows: readonly ChangedReceipt[]): (ArrayColumn | string)[] {
  return [
    bigintColumn(rows, (row) => row.messageId),
    hexBigintColumn(rows, (row) => row.batch.receipt.fingerprint),
    intColumn(rows, (row) => row.connectionId),
    uuidColumn(rows, (row) => row.batch.callbackId),
    wordColumn(rows, (row) => row.batch.receipt.status),
    textColumn(rows, (row) => row.batch.receipt.rawStatus),
    wordColumn(rows, (row) => row.batch.receipt.failureClass),
    textColumn(rows, (row) => row.batch.receipt.errorCode),
    instantColumn(rows, (row) => row.batch.receipt.occurredAt),
    instantColumn(rows, (row) => row.batch.receivedAt),
    intColumn(rows, (row) => row.batch.repeats),
  ]
}

function specialColumns(rows: readonly ChangedReceipt[]): (ArrayColumn | string)[] {
  const receipts = rows.map(({ batch }) => batch.receipt)
  return [
    wordColumn(receipts, (receipt) => wordOf(receipt.part)),
    wordColumn(receipts, (receipt) => wordOf(receipt.parts)),
    // The price of a whole text stands in its message.
    wordColumn(receipts, (receipt) => (receipt.part === null ? null : receipt.price)),
    wordColumn(receipts, (receipt) => receipt.overridden?.status ?? null),
    wordColumn(receipts, (receipt) => receipt.overridden?.failureClass ?? null),
  ]
}

function wordOf(value: number | null): string | null {
  return value === null ? null : String(value)
}

function placeColumns(rows: readonly (RollupDelta | FailureDelta)[]): (ArrayColumn | string)[] {
  return [
    wordColumn(rows, (row) => row.grain),
    instantColumn(rows, (row) => row.bucket),
    intColumn(rows, (row) => row.at.connectionId),
    textColumn(rows, (row) => row.at.country),
    textColumn(rows, (row) => row.at.carrier),
    textColumn(rows, (row) => row.at.purpose),
    textColumn(rows, (row) => row.at.location),
  ]
}
