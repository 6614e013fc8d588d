import { removeConnection } from '@/lib/connections/removeConnection'
import { HttpProblem } from '@/lib/http/HttpProblem'
import { confirm } from '../confirm'
import { printResult } from '../printResult'
import { withDatabase } from '../withDatabase'
import { countOfConnection } from './countOfConnection'

/** `landed connections remove` */
export async function removeOneConnection(id: string, options: { yes?: boolean; json?: boolean }): Promise<void> {
  await withDatabase(async () => {
    const known = await countOfConnection(id)
    if (!known) throw noSuch(id)
    const loss = `"${known.name}" with ${known.messages} messages, ${known.receipts} receipts and ${known.callbacks} raw callbacks`
    if (!options.yes && !(await confirm(`Remove ${loss}? This cannot be undone.`))) {
      return printResult(options.json, { id, removed: false }, 'Nothing was removed.')
    }
    const removed = await removeConnection(id)
    if (!removed) throw noSuch(id)
    printResult(options.json, { ...removed, removed: true }, `Removed ${loss}. Its callbacks are refused from now on.`)
  })
}

function noSuch(id: string): HttpProblem {
  return new HttpProblem(404, 'No such connection', `There is no connection "${id}". See: landed connections list`)
}
