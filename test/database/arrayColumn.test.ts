import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  bigintColumn,
  boolColumn,
  bytesColumn,
  hexBigintColumn,
  instantColumn,
  intColumn,
  jsonColumn,
  textColumn,
  uuidColumn,
  wordColumn,
} from '@/lib/db/arrayColumn'
import { createPool } from '@/lib/db/pool'
import { freshDatabase, type FreshDatabase } from './freshDatabase'

let database: FreshDatabase
let pool: Pool

beforeAll(async () => {
  database = await freshDatabase()
  pool = createPool(database.url, 2)
})

afterAll(async () => {
  await pool.end()
  await database.drop()
})

async function read(type: string, parameter: unknown): Promise<unknown[]> {
  const { rows } = await pool.query<{ v: unknown }>(`SELECT v FROM unnest($1::${type}[]) v`, [parameter])
  return rows.map(({ v }) => v)
}

/** PostgreSQL's text knows neither NUL nor lone surrogates; the adapters let none through. */
const text = fc.string({ unit: 'grapheme' }).map((value) => value.replaceAll('\0', ''))
const lists = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 20 })
const withNulls = <T>(item: fc.Arbitrary<T>) =>
  lists(fc.option(item)).filter((values) => values.some((value) => value !== null))
const runs = { numRuns: 100 }
const same = <T>(value: T) => value

describe('array columns arrive as they were', () => {
  it('text', async () => {
    await fc.assert(
      fc.asyncProperty(withNulls(text), async (values) => {
        expect(await read('text', textColumn(values, same))).toEqual(values)
      }),
      runs,
    )
  })

  it('int4, bool, int8', async () => {
    await fc.assert(
      fc.asyncProperty(
        lists(fc.integer()),
        lists(fc.boolean()),
        lists(fc.maxSafeInteger()),
        async (ints, flags, longs) => {
          expect(await read('int', intColumn(ints, same))).toEqual(ints)
          expect(await read('bool', boolColumn(flags, same))).toEqual(flags)
          expect(await read('bigint', bigintColumn(longs, same))).toEqual(longs.map(String))
        },
      ),
      runs,
    )
  })

  it('int8 from hex', async () => {
    await fc.assert(
      fc.asyncProperty(lists(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })), async (values) => {
        const hex = values.map((value) => BigInt.asUintN(64, value).toString(16).padStart(16, '0'))
        expect(await read('bigint', hexBigintColumn(hex, same))).toEqual(values.map(String))
      }),
      runs,
    )
  })

  it('instants, before and after 2000', async () => {
    const instant = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
    await fc.assert(
      fc.asyncProperty(withNulls(instant), async (values) => {
        expect(
          await read(
            'timestamptz',
            instantColumn(values, (value) => value?.getTime() ?? null),
          ),
        ).toEqual(values)
      }),
      runs,
    )
  })

  it('uuid, bytea, json', async () => {
    const ids = Array.from({ length: 5 }, () => randomUUID())
    expect(await read('uuid', uuidColumn(ids, same))).toEqual(ids)
    await fc.assert(
      fc.asyncProperty(withNulls(fc.uint8Array()), lists(fc.dictionary(text, text)), async (bytes, objects) => {
        const buffers = bytes.map((value) => value && Buffer.from(value))
        expect(await read('bytea', bytesColumn(buffers, same))).toEqual(buffers)
        expect(await read('json', jsonColumn(objects, same))).toEqual(objects)
      }),
      runs,
    )
  })

  it('words of an enum and decimal numbers', async () => {
    expect(await read('message_status', wordColumn([null, 'sent', null, 'read'], same))).toEqual([
      null,
      'sent',
      null,
      'read',
    ])
    expect(await read('numeric', wordColumn(['0.0333', null, '12'], same))).toEqual(['0.0333', null, '12'])
  })

  it('grows for values larger than its buffer', async () => {
    const values = ['ü'.repeat(300_000), 'short']
    expect(await read('text', textColumn(values, same))).toEqual(values)
  })

  it('sends nothing but nulls as an empty array', () => {
    expect(textColumn([null, null], same)).toBe('{}')
    expect(wordColumn([null], same)).toBe('{}')
    expect(instantColumn([], same)).toBe('{}')
  })
})
