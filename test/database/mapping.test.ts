import { createHmac, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createConnection } from '@/lib/connections/createConnection'
import { findConnection, reload } from '@/lib/connections/directory'
import { mappingDraft, type MappingDraft } from '@/lib/contracts/mapping'
import { checkFixture } from '@/lib/conformance/checkFixture'
import { fixture } from '@/lib/conformance/fixture'
import { getPool } from '@/lib/db/pool'
import { HttpProblem } from '@/lib/http/HttpProblem'
import { readMapping } from '@/lib/mapping/describeMapping'
import { exportMapping } from '@/lib/mapping/exportMapping'
import { mappingEffect } from '@/lib/mapping/mappingEffect'
import { mappingFixture } from '@/lib/mapping/mappingFixture'
import { previewMapping } from '@/lib/mapping/previewMapping'
import { saveMappingDraft } from '@/lib/mapping/saveMappingDraft'
import { switchOnMapping } from '@/lib/mapping/switchOnMapping'
import { recount } from '@/lib/rollups/recount'
import { freshDatabase, type FreshDatabase } from './freshDatabase'
import { openDoors } from './openDoors'

const SECRET = 'pelican-secret'
const MAPPING = mappingDraft.parse({
  ...{ version: 1, provider: 'Pelican', proof: { kind: 'hmac', header: 'X-Sig' }, items: { list: '/reports' } },
  fields: {
    messageId: { from: 'json', pointer: '/id' },
    status: { from: 'json', pointer: '/state' },
    recipient: { from: 'json', pointer: '/to' },
  },
  statuses: [
    { word: 'ok', status: 'delivered' },
    { word: 'no', status: 'undelivered' },
  ],
  reply: { status: 201, body: 'thanks' },
})

let database: FreshDatabase
let doors: Awaited<ReturnType<typeof openDoors>>
let id: string

beforeAll(async () => {
  database = await freshDatabase()
  process.env['DATABASE_URL'] = database.url
  process.env['LANDED_SECRET_KEY'] = randomBytes(32).toString('hex')
  await getPool().query(`INSERT INTO setting (key, value) VALUES ('time_zone', 'Europe/London')`)
  doors = await openDoors()
})
afterAll(async () => {
  await doors.close()
  await getPool().end()
  await database.drop()
})
beforeEach(async () => {
  id = (await createConnection({ adapter: 'custom', name: 'Pelican', mapping: MAPPING })).id
})

async function call(reports: object[], secret = SECRET) {
  const body = JSON.stringify({ reports })
  const signature = createHmac('sha256', secret).update(body).digest('hex')
  const headers = { 'content-type': 'application/json', 'x-sig': signature }
  return doors.fast({ method: 'POST', path: `/api/callbacks/custom/${id}`, headers, body })
}
const report = (key: string, state: string) => ({ id: key, state, to: '447700900123' })
const save = (change: Partial<MappingDraft> = {}, secrets: Record<string, string> = {}) =>
  saveMappingDraft(id, { mapping: { ...MAPPING, ...change }, secrets })

async function statuses(): Promise<Record<string, string>> {
  const { rows } = await getPool().query<{ key: string; status: string }>(
    `SELECT message_key AS key, status FROM message
      WHERE connection_id = (SELECT id FROM connection WHERE public_id = $1) ORDER BY 1`,
    [id],
  )
  return Object.fromEntries(rows.map(({ key, status }) => [key, status]))
}
async function fieldsRefused(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof HttpProblem)) throw new Error(`No problem but ${String(error)}.`)
  return (error.problem.errors ?? []).map(({ field }) => field)
}

describe('a connection without an adapter', () => {
  it('keeps what comes before its mapping is switched on, shows it, and applies it afterwards', async () => {
    expect(await call([report('a', 'ok'), report('b', 'no')])).toMatchObject({ status: 202 })
    expect(await call([report('forged', 'ok')], 'another')).toMatchObject({ status: 202 })
    expect(await statuses()).toEqual({})
    expect(await fieldsRefused(switchOnMapping(id, 'Ada'))).toEqual(['secrets.signingSecret'])
    expect(await save({}, { signingSecret: SECRET })).toMatchObject({ problems: [], waiting: 2, active: null })

    const preview = await previewMapping(id, { mapping: MAPPING, secrets: {}, last: 5, samples: [] })
    expect(preview.callbacks.map(({ verdict, receiptCount }) => [verdict.code, receiptCount])).toEqual([
      ['signature_wrong', 1],
      [null, 2],
    ])
    expect(await statuses()).toEqual({})

    expect(await switchOnMapping(id, 'Ada')).toEqual({ replaying: 2, rejudging: false })
    await expect.poll(statuses).toEqual({ a: 'delivered', b: 'undelivered' })
    expect(await call([report('c', 'ok')])).toMatchObject({ status: 201, body: 'thanks' })
    expect(await call([report('c', 'no')], 'another')).toMatchObject({ status: 403 })
    expect(await statuses()).toEqual({ a: 'delivered', b: 'undelivered', c: 'delivered' })
    expect(await recount(getPool())).toEqual([])
  })

  it('asks about unknown words, and applies them once the mapping knows them', async () => {
    await save({}, { signingSecret: SECRET })
    await switchOnMapping(id, 'Ada')
    expect(await call([report('d', 'perhaps'), report('e', 'ok')])).toMatchObject({ status: 201 })
    expect(await statuses()).toEqual({ e: 'delivered' })
    const { unknown } = await previewMapping(id, { mapping: MAPPING, secrets: {}, last: 1, samples: [] })
    expect(unknown.statuses).toEqual([{ code: 'perhaps', count: 1 }])
    await save({ statuses: [...MAPPING.statuses, { word: 'perhaps', status: 'unknown' }] })
    expect(await switchOnMapping(id, 'Ada')).toEqual({ replaying: 1, rejudging: true })
    await expect.poll(statuses).toEqual({ d: 'unknown', e: 'delivered' })
    expect(await recount(getPool())).toEqual([])
  })

  it('has its stored receipts judged again when the tables of its mapping change, and only then', async () => {
    await save({}, { signingSecret: SECRET })
    await switchOnMapping(id, 'Ada')
    await call([report('f', 'no')])
    await save({ reply: { ...MAPPING.reply, body: 'OK' } })
    expect(await mappingEffect(id, { ...MAPPING, ignoreCase: false })).toBeNull()
    expect(await switchOnMapping(id, 'Ada')).toEqual({ replaying: 0, rejudging: false })
    const changed = { statuses: MAPPING.statuses.with(1, { word: 'no', status: 'rejected' as const }) }
    expect(await mappingEffect(id, { ...MAPPING, ...changed })).toMatchObject({ messages: 1, receipts: 1 })
    await save(changed)
    expect(await switchOnMapping(id, 'Ada')).toEqual({ replaying: 0, rejudging: true })
    const { rows } = await getPool().query(
      `SELECT adapter, author, state FROM rejudge_job
        WHERE connection_id = (SELECT id FROM connection WHERE public_id = $1)`,
      [id],
    )
    expect(rows).toEqual([{ adapter: 'custom', author: 'Ada', state: 'waiting' }])
    expect((await findConnection(id))?.rejudging).toBe(true)
  })

  it('changes nothing when what is given cannot be used', async () => {
    const before = await readMapping(id)
    expect(await fieldsRefused(save({}, { colour: 'red' }))).toEqual(['secrets.colour'])
    expect(await fieldsRefused(save({}, { signingSecret: '' }))).toEqual(['secrets.signingSecret'])
    const hex = { ...MAPPING.proof, key: 'hex' } as MappingDraft['proof']
    expect(await fieldsRefused(save({ proof: hex }, { signingSecret: 'no hex' }))).toEqual(['secrets.signingSecret'])
    expect(await readMapping(id)).toEqual(before)
    await expect(readMapping('nobody')).rejects.toMatchObject({ problem: { status: 404 } })
    const kannel = await createConnection({ adapter: 'kannel', name: 'K' })
    await expect(readMapping(kannel.id)).rejects.toMatchObject({ problem: { status: 409 } })
  })

  it('does not change a secret that is in use', async () => {
    await save({}, { signingSecret: SECRET })
    await switchOnMapping(id, 'Ada')
    expect(await fieldsRefused(save({}, { signingSecret: 'other' }))).toEqual(['secrets.signingSecret'])
    expect(await save({}, { signingSecret: SECRET })).toMatchObject({ secretsSet: ['signingSecret'] })
    const { generatedSecrets } = await save({ proof: { kind: 'basic' } }, { username: 'u' })
    expect(Object.keys(generatedSecrets)).toEqual(['password'])
    expect(await call([report('g', 'ok')])).toMatchObject({ status: 201 })
  })

  it('takes no other connection down when its stored mapping cannot be read', async () => {
    const other = await createConnection({ adapter: 'kannel', name: 'Other' })
    await getPool().query(`UPDATE connection SET mapping = '{"version": 99}' WHERE public_id = $1`, [id])
    await reload()
    expect((await findConnection(id))?.reader).toBeNull()
    expect((await findConnection(other.id))?.reader?.id).toBe('kannel')
    expect(await call([report('h', 'ok')])).toMatchObject({ status: 202 })
  })

  it('exports a mapping without secrets, and a callback as a fixture that passes', async () => {
    await save({}, { signingSecret: SECRET })
    await switchOnMapping(id, 'Ada')
    await call([report('i', 'ok'), report('j', 'perhaps')])
    const { fileName, mapping } = await exportMapping(id, 'active')
    expect(fileName).toBe('pelican.mapping.json')
    expect(mappingDraft.parse(JSON.parse(JSON.stringify(mapping)))).toEqual(MAPPING)
    expect(JSON.stringify(mapping)).not.toContain(SECRET)
    const { callbacks } = await previewMapping(id, { mapping: MAPPING, secrets: {}, last: 1, samples: [] })
    const given: Record<string, string>[] = [{}, { signingSecret: SECRET }]
    for (const secrets of given) {
      const made = await mappingFixture(id, { mapping: MAPPING, secrets, callback: callbacks[0]?.id ?? '' })
      const file = fixture.parse(JSON.parse(JSON.stringify(made)))
      expect(checkFixture(file).problems).toEqual([])
      expect(file.verify.scheme).toBe('signingSecret' in secrets ? 'hmac' : 'none')
      expect(file.expect).toMatchObject({ events: [{ provider_message_id: 'i' }], unreadable: [{ item: 1 }] })
      const spoiled = { ...file, body: file.body.replace('"ok"', '"no"') }
      expect(checkFixture(spoiled).problems).not.toEqual([])
    }
  })
})
