import type { SimulationReport } from '@/lib/simulate/simulate'
import { STATES, STATUSES_OF_STATE } from '@/lib/status/state'
import { table } from '../table'

/** The report of a run for a person. */
export function describeReport(report: SimulationReport): string {
  const { messages, callbacks, receipts, duplicates, seconds, latencyMs } = report
  return [
    `Sent ${messages} texts in ${callbacks} callbacks over ${seconds} s: ${receipts} different receipts, ${duplicates} said twice.`,
    '',
    'So the server must count',
    table([
      ['  STATE', 'TEXTS', 'BY STATUS'],
      ...STATES.map((state) => [`  ${state}`, String(report.states[state]), byStatus(report, state)]),
    ]),
    '',
    `through ${report.connections.map(({ name, id }) => `"${name}" (${id})`).join(', ')}.`,
    ...(latencyMs
      ? [`Answers took ${latencyMs.p50} ms (p50), ${latencyMs.p95} ms (p95), ${latencyMs.p99} ms (p99).`]
      : []),
    ...report.refused.map(({ answer, count }) => `NOT TAKEN: ${count} callbacks (${answer}).`),
    `Seed ${report.seed}.`,
  ].join('\n')
}

function byStatus(report: SimulationReport, state: (typeof STATES)[number]): string {
  return STATUSES_OF_STATE[state]
    .filter((status) => report.statuses[status] > 0)
    .map((status) => `${status} ${report.statuses[status]}`)
    .join(', ')
}
