import type { SimulatedCallback } from '@/lib/simulate/SimulatedCallback'
import type { Desk, PlayedConnection } from './Desk'

/** A text of the day: to whom, by whom, and what became of it. */
export interface DayText {
  recipient: string
  connection: 'clinic' | 'marketing'
  network: string
  word: 'delivered' | 'failed' | 'unknown' | 'sent'
  reason?: string
}

const text = (last: number, rest: Omit<DayText, 'recipient'>): DayText => ({
  recipient: `+447700900${last}`,
  ...rest,
})

/** Twenty texts over two connections and two networks, each to a number of its own. */
export const DAY: readonly DayText[] = [
  ...range(100, 106).map((n) => text(n, { connection: 'clinic', network: '23410', word: 'delivered' })),
  ...range(107, 109).map((n) =>
    text(n, { connection: 'clinic', network: '23415', word: 'failed', reason: 'unreachable_handset' }),
  ),
  ...range(110, 111).map((n) =>
    text(n, { connection: 'marketing', network: '23415', word: 'failed', reason: 'invalid_number' }),
  ),
  ...range(112, 113).map((n) => text(n, { connection: 'clinic', network: '23410', word: 'unknown' })),
  ...range(114, 117).map((n) => text(n, { connection: 'marketing', network: '23410', word: 'sent' })),
  ...range(118, 119).map((n) => text(n, { connection: 'marketing', network: '23415', word: 'delivered' })),
]

export interface Day {
  clinic: PlayedConnection
  marketing: PlayedConnection
}

/** Sends the day through two connections in Landed's own format. */
export async function sendDay(desk: Desk): Promise<Day> {
  const day = {
    clinic: await desk.connect('landed', 'Clinic texts'),
    marketing: await desk.connect('landed', 'Marketing'),
  }
  for (const name of ['clinic', 'marketing'] as const)
    await desk.sendAll(day[name], DAY.filter(({ connection }) => connection === name).map(toCallback))
  return day
}

function toCallback({ recipient, network, word, reason }: DayText): Partial<SimulatedCallback> {
  return { recipient, network, word, code: reason ?? null }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
