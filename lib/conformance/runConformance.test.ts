import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CUSTOM } from '@/lib/providers/mapped'
import { ADAPTERS } from '@/lib/providers/registry'
import { findFixtureFiles } from './findFixtureFiles'
import { runConformance } from './runConformance'

const FIXTURES = 'test/fixtures/providers'
const TWILIO = `${FIXTURES}/twilio/04-sms-undelivered-30003.json`
const LANDED = `${FIXTURES}/landed`

interface Editable {
  adapter: string
  method?: string
  body: string
  expect: { events: Record<string, unknown>[]; rejected?: string; control?: Record<string, unknown> }
  verify: Record<string, unknown>
}

test('every fixture of the project passes', async () => {
  const { passed, failures } = await runConformance(FIXTURES)
  expect(failures).toEqual([])
  expect(passed).toBeGreaterThanOrEqual((await findFixtureFiles(FIXTURES)).length)
})

test('every adapter has fixtures', async () => {
  const texts = await Promise.all((await findFixtureFiles(FIXTURES)).map((file) => readFile(file, 'utf8')))
  const adapters = new Set(texts.map((text) => (JSON.parse(text) as { adapter: string }).adapter))
  expect([...adapters].sort()).toEqual([...Object.keys(ADAPTERS), CUSTOM].sort())
})

describe('on a folder that it has never seen', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'landed conformance '))
  })
  afterEach(() => rm(folder, { recursive: true }))

  /** A copy of a good fixture with one thing changed, deep in a subfolder. */
  async function broken(change: (fixture: Editable) => void, source = TWILIO): Promise<string> {
    const fixture = JSON.parse(await readFile(source, 'utf8')) as Editable
    change(fixture)
    await mkdir(path.join(folder, 'a', 'b'), { recursive: true })
    await writeFile(path.join(folder, 'a', 'b', 'one.json'), JSON.stringify(fixture))
    const { passed, failures } = await runConformance(folder)
    expect(failures).toHaveLength(1)
    expect(passed).toBe(0)
    expect(failures[0]).toMatch(/^FAIL a\/b\/one\.json: [^\n]+$/)
    return failures[0]!
  }

  test.each<[string, (fixture: Editable) => void, RegExp]>([
    [
      'a wrong status',
      (it) => (it.expect.events[0]!.canonical_status = 'failed'),
      /canonical_status: expected "failed"/,
    ],
    ['a wrong recipient', (it) => (it.expect.events[0]!.recipient = '+1'), /recipient: expected "\+1"/],
    ['a wrong class', (it) => (it.expect.events[0]!.failure_class = null), /failure_class: expected null/],
    [
      'an optional key that was not read',
      (it) => (it.expect.events[0]!.segments = 2),
      /segments: expected 2, read null/,
    ],
    ['a wrong time', (it) => (it.expect.events[0]!.occurred_at = '2026-01-01T00:00:00.000Z'), /occurred_at/],
    ['too many events', (it) => it.expect.events.push(it.expect.events[0]!), /expected 2 events, read 1/],
    ['a tampered body', (it) => (it.body = it.body.replace('30003', '30004')), /signature_wrong/],
    ['another secret', (it) => (it.verify.auth_token = 'x'), /signature_wrong/],
    ['another URL', (it) => (it.verify.public_url = 'https://elsewhere.example/'), /signature_wrong/],
    ['a request that should be refused', (it) => (it.expect = { events: [], rejected: 'x' }), /must be refused/],
    ['an unknown adapter', (it) => (it.adapter = 'pigeon'), /no adapter "pigeon"/],
    ['another answer', (it) => (it.verify.response_body = 'ACK'), /reply: expected "ACK"/],
    ['a key that nobody compares', (it) => (it.expect.events[0]!.colour = 'red'), /not a fixture.*colour/],
    ['a missing key', (it) => delete it.method, /not a fixture: method/],
  ])('fails on %s', async (_, change, words) => {
    expect(await broken(change)).toMatch(words)
  })

  const AWS = `${FIXTURES}/aws`
  const AZURE = `${FIXTURES}/azure`
  const control = (change: object) => (it: Editable) => Object.assign(it.expect, { control: change })
  test.each<[string, string, (fixture: Editable) => void, RegExp]>([
    ['an alert that is not raised', `${AWS}/03-text-delivered-v2`, control({ action: 'alert_unsubscribed' }), /nobody/],
    [
      'a confirmation that is not asked for',
      `${AWS}/10-unsubscribe-confirmation-v1`,
      control({ action: 'confirm_subscription' }),
      /subscription is not confirmed/,
    ],
    ['a confirmation unexpected', `${AWS}/01-subscription-confirmation-v1`, control({}), /a subscription is confirmed/],
    [
      'a certificate elsewhere',
      `${AWS}/03-text-delivered-v2`,
      (it) => (it.verify.signing_cert_url = 'x'),
      /unverifiable/,
    ],
    ['no certificate', `${AWS}/03-text-delivered-v2`, (it) => delete it.verify.certificate_pem, /unverifiable/],
    ['another topic', `${AWS}/03-text-delivered-v2`, (it) => (it.verify.expected_topic_arn = 'x'), /source_unexpected/],
    ['another status', `${AZURE}/01-validation-handshake`, control({ response_status: 202 }), /status 202, is 200/],
    ['another body', `${AZURE}/01-validation-handshake`, control({ response_body: { a: 1 } }), /body {"a":1}, is "{/],
    ['another text', `${AZURE}/01-validation-handshake`, control({ response_body: 'OK' }), /body "OK", is "{/],
    ['no JSON', `${AZURE}/03-delivered`, control({ response_body: {} }), /body {}, is ""/],
    [
      'another header',
      `${AZURE}/02-cloudevents-options-handshake`,
      control({ response_headers: { 'WebHook-Allowed-Rate': '7' } }),
      /header WebHook-Allowed-Rate "7", is "1000"/,
    ],
    ['a missing header', `${AZURE}/03-delivered`, control({ response_header: 'X' }), /header X is missing/],
    ['another refusal', `${AZURE}/10-missing-token`, control({ response_status: 403 }), /status 403, is 401/],
    [
      'no challenge',
      `${AZURE}/10-missing-token`,
      control({ response_header: 'WWW-Authenticate' }),
      /WWW-Authenticate is/,
    ],
    [
      'an action beside a refusal',
      `${AZURE}/10-missing-token`,
      control({ action: 'confirm_subscription' }),
      /refused, so/,
    ],
    [
      'an action that nobody checks',
      `${AWS}/03-text-delivered-v2`,
      control({ action: 'dance' }),
      /not a fixture.*action/,
    ],
    ['a control that nobody checks', `${AWS}/03-text-delivered-v2`, control({ colour: 1 }), /not a fixture.*colour/],
  ])('fails on %s', async (_, source, change, words) => {
    expect(await broken(change, `${source}.json`)).toMatch(words)
  })

  test('passes without public_url when the Host header says the same', async () => {
    const fixture = JSON.parse(await readFile(TWILIO, 'utf8')) as { verify: Record<string, unknown> }
    delete fixture.verify.public_url
    await writeFile(path.join(folder, 'one.json'), JSON.stringify(fixture))
    expect(await runConformance(folder)).toEqual({ passed: 1, failures: [] })
  })

  test('fails on a sequence that ends otherwise', async () => {
    for (const name of ['10-sequence-late-failure', '11-sequence-delivered', '12-sequence-sent-arrives-last']) {
      await cp(`${LANDED}/${name}.json`, path.join(folder, `${name}.json`))
    }
    expect(await runConformance(folder)).toEqual({ passed: 4, failures: [] })
    const file = path.join(folder, '11-sequence-delivered.json')
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace('"final_status": "delivered"', '"final_status": "failed"'))
    const { passed, failures } = await runConformance(folder)
    expect(passed).toBe(3)
    expect(failures).toEqual([
      expect.stringMatching(/sequence .*message m-1012: final canonical_status expected "failed"/),
    ])
  })

  test('the command prints the lines, the closing sum, and says by its exit code', async () => {
    await cp(TWILIO, path.join(folder, 'good.json'))
    expect(command(folder)).toEqual({ status: 0, lines: ['1 passed, 0 failed'] })
    await writeFile(path.join(folder, 'bad.json'), '{')
    expect(command(folder)).toEqual({
      status: 1,
      lines: [expect.stringMatching(/^FAIL bad\.json: not JSON/), '1 passed, 1 failed'],
    })
    await rm(path.join(folder, 'bad.json'))
    await rm(path.join(folder, 'good.json'))
    expect(command(folder)).toMatchObject({ status: 1 })
    expect(command(path.join(folder, 'missing'))).toMatchObject({ status: 1 })
  }, 60_000)
})

function command(folder: string): { status: number | null; lines: string[] } {
  const run = spawnSync('node_modules/.bin/tsx', ['scripts/conformance.ts', folder], { encoding: 'utf8' })
  return { status: run.status, lines: run.stdout.trim().split('\n') }
}
