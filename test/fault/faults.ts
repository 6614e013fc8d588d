import type { LandedApp } from '../app/LandedApp'
import { signal } from '../app/processTree'
import type { Random } from '@/lib/simulate/random'

export interface Fault {
  name: string
  /** Does the damage and waits for what ends by it; the app may or may not run afterwards. */
  strike(app: LandedApp): Promise<void>
}

export const FAULTS: readonly Fault[] = [
  {
    name: 'kill -9 of the server',
    async strike(app) {
      signal(app.serverPid, 'SIGKILL')
      await app.ended()
    },
  },
  {
    name: 'kill -9 of the start script',
    async strike(app) {
      signal(app.startPid, 'SIGKILL')
      await app.ended()
    },
  },
  {
    name: 'kill -9 of everything',
    async strike(app) {
      for (const pid of [app.startPid, app.postgresPid, app.serverPid]) signal(pid, 'SIGKILL')
      await app.ended()
    },
  },
  {
    name: 'kill -9 of PostgreSQL',
    async strike(app) {
      await endPostgres(app, 'SIGKILL')
    },
  },
  {
    name: 'fast stop of PostgreSQL',
    async strike(app) {
      await endPostgres(app, 'SIGINT')
    },
  },
  {
    name: 'SIGTERM to the app',
    async strike(app) {
      const code = await app.stop()
      if (code !== 0) throw new Error(`A clean stop ended with code ${code}.`)
    },
  },
]

/** As many faults as rounds: each kind equally often, in an order that the seed decides. */
export function shuffledFaults(rounds: number, random: Random): Fault[] {
  const deck = Array.from({ length: rounds }, (_, round) => FAULTS[round % FAULTS.length] as Fault)
  for (let last = deck.length - 1; last > 0; last--) {
    const other = random.below(last + 1)
    ;[deck[last], deck[other]] = [deck[other] as Fault, deck[last] as Fault]
  }
  return deck
}

/** The start script brings it back. */
async function endPostgres(app: LandedApp, how: NodeJS.Signals): Promise<void> {
  const before = app.postgresPid
  signal(before, how)
  await app.postgresReplaced(before)
}
