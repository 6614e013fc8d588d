/*
 * Columns for `unnest($1::type[], …)`, in PostgreSQL's binary array format. Next to text literals this halves the work on
 * both sides: nothing is quoted, escaped, scanned or parsed. pg sends a Buffer as a binary parameter by itself.
 *
 * Layout (src/backend/utils/adt/arrayfuncs.c, array_recv): dimensions, has-nulls, element type, length, lower bound, then
 * each element with its length in front, -1 for NULL; all int32, big-endian.
 *
 * A column of nothing but nulls is sent as the empty array: `unnest` fills up what is shorter with NULL, so one column of
 * a statement (a key) must have none.
 */
const EMPTY = '{}'
const HEADER_BYTES = 20
/** Element types by their fixed OIDs (src/include/catalog/pg_type.dat). */
const OID = { bool: 16, bytea: 17, int8: 20, int4: 23, text: 25, timestamptz: 1184, uuid: 2950, json: 114 }
/** 2000-01-01, where PostgreSQL's instants begin, in ms since 1970. */
const EPOCH_MS = 946_684_800_000
const TWO_32 = 0x1_0000_0000

export type ArrayColumn = Buffer | typeof EMPTY

/** Written into and grown, then copied out; one per process is enough because nothing here waits. */
let scratch = Buffer.allocUnsafe(64 * 1024)

type Write<V> = (value: V, at: number) => number

function column<R, V>(
  rows: readonly R[],
  oid: number,
  pick: (row: R) => V | null,
  sizeOf: (value: V) => number,
  write: Write<V>,
): ArrayColumn {
  let at = HEADER_BYTES
  let nulls = 0
  for (const row of rows) {
    const value = pick(row)
    if (value === null) {
      nulls += 1
      reserve(at + 4)
      at = scratch.writeInt32BE(-1, at)
      continue
    }
    reserve(at + 4 + sizeOf(value))
    const end = write(value, at + 4)
    scratch.writeInt32BE(end - at - 4, at)
    at = end
  }
  if (nulls === rows.length) return EMPTY
  writeHeader(oid, rows.length, nulls > 0)
  return Buffer.from(scratch.subarray(0, at))
}

function writeHeader(oid: number, length: number, hasNulls: boolean): void {
  scratch.writeInt32BE(1, 0)
  scratch.writeInt32BE(hasNulls ? 1 : 0, 4)
  scratch.writeInt32BE(oid, 8)
  scratch.writeInt32BE(length, 12)
  scratch.writeInt32BE(1, 16)
}

function reserve(bytes: number): void {
  if (bytes <= scratch.length) return
  const larger = Buffer.allocUnsafe(Math.max(bytes, scratch.length * 2))
  scratch.copy(larger)
  scratch = larger
}

const textSize = (value: string) => value.length * 3
const writeText: Write<string> = (value, at) => at + scratch.write(value, at, 'utf8')

export function textColumn<R>(rows: readonly R[], pick: (row: R) => string | null): ArrayColumn {
  return column(rows, OID.text, pick, textSize, writeText)
}

const fixed4 = () => 4
const writeInt4: Write<number> = (value, at) => scratch.writeInt32BE(value, at)

export function intColumn<R>(rows: readonly R[], pick: (row: R) => number | null): ArrayColumn {
  return column(rows, OID.int4, pick, fixed4, writeInt4)
}

const fixed1 = () => 1
const writeBool: Write<boolean> = (value, at) => scratch.writeInt8(value ? 1 : 0, at)

export function boolColumn<R>(rows: readonly R[], pick: (row: R) => boolean): ArrayColumn {
  return column(rows, OID.bool, pick, fixed1, writeBool)
}

const fixed8 = () => 8

/** A whole number within ±2^53 as int8, without the detour over BigInt. */
const writeInt8: Write<number> = (value, at) => {
  const high = Math.floor(value / TWO_32)
  scratch.writeInt32BE(high, at)
  return scratch.writeUInt32BE(value - high * TWO_32, at + 4)
}

/** int8 from whole numbers within ±2^53. */
export function bigintColumn<R>(rows: readonly R[], pick: (row: R) => number | null): ArrayColumn {
  return column(rows, OID.int8, pick, fixed8, writeInt8)
}

const writeHex: Write<string> = (value, at) => at + scratch.write(value, at, 'hex')

/** int8 from 16 hex digits, two's complement. */
export function hexBigintColumn<R>(rows: readonly R[], pick: (row: R) => string): ArrayColumn {
  return column(rows, OID.int8, pick, fixed8, writeHex)
}

const writeInstant: Write<number> = (value, at) => writeInt8((value - EPOCH_MS) * 1000, at)

/** timestamptz from ms since 1970 UTC. */
export function instantColumn<R>(rows: readonly R[], pick: (row: R) => number | null): ArrayColumn {
  return column(rows, OID.timestamptz, pick, fixed8, writeInstant)
}

const fixed16 = () => 16
const writeUuid: Write<string> = (value, at) => {
  scratch.write(value.slice(0, 8), at, 'hex')
  scratch.write(value.slice(9, 13), at + 4, 'hex')
  scratch.write(value.slice(14, 18), at + 6, 'hex')
  scratch.write(value.slice(19, 23), at + 8, 'hex')
  scratch.write(value.slice(24), at + 10, 'hex')
  return at + 16
}

/** uuid from its usual text of 36 characters. */
export function uuidColumn<R>(rows: readonly R[], pick: (row: R) => string): ArrayColumn {
  return column(rows, OID.uuid, pick, fixed16, writeUuid)
}

const bytesSize = (value: Buffer) => value.length
const writeBytes: Write<Buffer> = (value, at) => at + value.copy(scratch, at)

export function bytesColumn<R>(rows: readonly R[], pick: (row: R) => Buffer | null): ArrayColumn {
  return column(rows, OID.bytea, pick, bytesSize, writeBytes)
}

/** json (not jsonb, whose binary format has a version in front) from anything that JSON can say. */
export function jsonColumn<R>(rows: readonly R[], pick: (row: R) => object): ArrayColumn {
  return column(rows, OID.json, (row) => JSON.stringify(pick(row)), textSize, writeText)
}

/**
 * Words of an enum and decimal numbers, as a text literal: an enum has no fixed OID, and the binary form of a decimal
 * number is base 10,000. Nothing in them needs quotes.
 */
export function wordColumn<R>(rows: readonly R[], pick: (row: R) => string | null): string {
  let literal = ''
  let isEmpty = true
  for (const row of rows) {
    const word = pick(row)
    if (word !== null) isEmpty = false
    literal += literal === '' ? (word ?? 'NULL') : `,${word ?? 'NULL'}`
  }
  return isEmpty ? EMPTY : `{${literal}}`
}
