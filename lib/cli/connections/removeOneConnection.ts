import { removeConnection } from '@/lib/connections/removeConnection'
import { connectionLoss } from '@/lib/queries/connectionLoss'
import { confirm } from '../confirm'
import { printResult } from '../printResult'
import { withDatabase } from '../withDatabase'
import { noSuchConnection } from './noSuchConnection'

/** `landed connections remove` */
export async function removeOneConnection(id: string, options: { yes?: boolean; json?: boolean }): Promise<void> {
  await withDatabase(async () => {
    const known = await connectionLoss(id)
    if (!known) throw noSuchConnection(id)
    const loss = `"${known.name}" with ${known.messages} messages, ${known.receipts} receipts and ${known.callbacks} raw callbacks`
    if (!options.yes && !(await confirm(`Remove ${loss}? This cannot be undone.`))) {
      return printResult(options.json, { id, removed: false }, 'Nothing was removed.')
    }
    const removed = await removeConnection(id)
    if (!removed) throw noSuchConnection(id)
    printResult(options.json, { ...removed, removed: true }, `Removed ${loss}. Its callbacks are refused from now on.`)
  })
}
