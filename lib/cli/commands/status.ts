import type { Command } from 'commander'
import { printResult } from '../printResult'
import { describeStatus } from '../status/describeStatus'
import { readStatus } from '../status/readStatus'
import { withDatabase } from '../withDatabase'

/** `landed status` */
export function addStatus(program: Command): void {
  program
    .command('status')
    .description('Short state of this installation: database, what is stored, the last callback, open quarantine.')
    .option('--json', 'print one JSON document')
    .action(async (options: { json?: boolean }) => {
      const status = await withDatabase(readStatus)
      printResult(options.json, status, describeStatus(status))
    })
}
