import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Message } from '@/lib/contracts/message'
import { FakeSmsc } from './kannel/FakeSmsc'
import { KannelBoxes, ROUTE } from './kannel/KannelBoxes'
import { LandedTarget } from './kannel/LandedTarget'
import { type Scenario, SCENARIOS } from './kannel/scenarios'
import { until } from './kannel/until'

/*
 * `npm run check:kannel`: a real Kannel between a small message centre of ours and a running Landed. Every text must end
 * in Landed as the message centre judged it. Needs Debian's package `kannel`. Loopback only; stops all that it started.
 * Exit code 0: all as expected, 1: not, 2: there is no Kannel on this machine.
 */
const SENDER = '15550199'
const SETTLE_MS = 60_000
const NO_KANNEL = 2

const { values: options } = parseArgs({
  options: { url: { type: 'string' }, dev: { type: 'boolean', default: false } },
})

process.exitCode = await main()

async function main(): Promise<number> {
  if (!hasKannel()) {
    process.stderr.write('Kannel is not on this machine: apt-get install kannel, then try again.\n')
    return NO_KANNEL
  }
  const folder = mkdtempSync(join(tmpdir(), 'landed-kannel-'))
  // As root PostgreSQL runs as another user, who must be able to pass through.
  chmodSync(folder, 0o711)
  const stops: (() => Promise<void>)[] = []
  try {
    return await check(folder, (stop) => stops.push(stop))
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    return 1
  } finally {
    for (const stop of stops.reverse()) await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function check(folder: string, onEnd: (stop: () => Promise<void>) => void): Promise<number> {
  say(options.url ? `Landed runs at ${options.url}` : 'Landed starts …')
  const landed = options.url
    ? LandedTarget.running(options.url)
    : await LandedTarget.start(join(folder, 'data'), options.dev)
  onEnd(() => landed.stop())
  const dlrUrl = await landed.addKannel()
  const smsc = new FakeSmsc()
  const port = await smsc.start()
  onEnd(() => smsc.stop())
  say('Kannel starts …')
  const kannel = await KannelBoxes.start(folder, port, () => smsc.untilBound())
  onEnd(() => kannel.stop())
  for (const [index, scenario] of SCENARIOS.entries()) {
    const dlr = `${dlrUrl.replace('OUR-ID', referenceOf(index))}&err=%#smpp#dlr_err#`
    await kannel.send({ to: recipientOf(index), from: SENDER, text: scenario.name, dlrUrl: dlr })
  }
  return report(await settled(landed))
}

/** Waits until every text is as expected; after a minute, what there is. */
async function settled(landed: LandedTarget): Promise<Map<string, Message>> {
  const deadline = Date.now() + SETTLE_MS
  const ask = async () => {
    const seen = await landed.messages()
    const isRight = SCENARIOS.every((scenario, index) => problemOf(scenario, index, seen) === null)
    return isRight || Date.now() > deadline ? seen : undefined
  }
  return until(ask, 2 * SETTLE_MS, () => 'Landed does not answer.')
}

function report(messages: Map<string, Message>): number {
  let failed = 0
  for (const [index, scenario] of SCENARIOS.entries()) {
    const problem = problemOf(scenario, index, messages)
    if (problem !== null) failed += 1
    const { status, errorCode, rawStatus } = scenario.expected
    const outcome = problem ?? `${status}, ${rawStatus}, code ${errorCode ?? 'none'}, route ${ROUTE}`
    say(`${problem === null ? 'passed' : 'FAILED'}: ${scenario.name.padEnd(22)} ${outcome}`)
  }
  say(`${SCENARIOS.length - failed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

function problemOf({ expected }: Scenario, index: number, messages: Map<string, Message>): string | null {
  const message = messages.get(referenceOf(index))
  if (!message) return 'Landed knows nothing of it'
  const wanted = { ...expected, route: ROUTE, recipient: recipientOf(index), sender: SENDER }
  const wrong = (Object.keys(wanted) as (keyof typeof wanted)[]).filter((key) => message[key] !== wanted[key])
  if (wrong.length === 0) return null
  return wrong.map((key) => `${key} is ${JSON.stringify(message[key])}, not ${JSON.stringify(wanted[key])}`).join('; ')
}

function referenceOf(index: number): string {
  return `check-${index}`
}

function recipientOf(index: number): string {
  return `+1555010${String(1001 + index).slice(-4)}`
}

function hasKannel(): boolean {
  return ['bearerbox', 'smsbox'].every((name) => spawnSync(name, ['--version']).error === undefined)
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
