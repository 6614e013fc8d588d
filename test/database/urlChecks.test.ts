import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createConnection } from '@/lib/connections/createConnection'
import { getPool } from '@/lib/db/pool'
import { freshDatabase, type FreshDatabase } from './freshDatabase'
import { openDoors } from './openDoors'

let database: FreshDatabase
let doors: Awaited<ReturnType<typeof openDoors>>

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

/** Providers that call a URL before they save it: anything but success, and it cannot be saved. */
describe.each(['fast', 'next'] as const)('a URL that is checked before it is saved: %s door', (door) => {
  it('Textmagic asks with HEAD and wants 200', async () => {
    const { id, generatedSecrets } = await createConnection({ adapter: 'textmagic', name: `T ${door}` })
    const ask = (token: string) =>
      doors[door]({ method: 'HEAD', path: `/api/callbacks/textmagic/${id}?token=${token}`, headers: {}, body: '' })
    expect(await ask(generatedSecrets['token'] ?? '')).toMatchObject({ status: 200, body: '' })
    expect((await ask('wrong')).status).toBe(403)
  })

  it('BulkSMS posts an empty list and wants 2xx', async () => {
    const { id, generatedSecrets } = await createConnection({ adapter: 'bulksms', name: `B ${door}` })
    const reply = await doors[door]({
      method: 'POST',
      path: `/api/callbacks/bulksms/${id}?secret=${generatedSecrets['token']}`,
      headers: { 'content-type': 'application/json' },
      body: '[]',
    })
    expect(reply.status).toBe(200)
  })
})
