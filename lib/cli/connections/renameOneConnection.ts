import { changeConnection } from '@/lib/connections/changeConnection'
import { connectionPatch } from '@/lib/contracts/changeConnection'
import { printResult } from '../printResult'
import { UsageProblem } from '../UsageProblem'
import { withDatabase } from '../withDatabase'

/** `landed connections rename` */
export async function renameOneConnection(id: string, name: string, options: { json?: boolean }): Promise<void> {
  const patch = connectionPatch.safeParse({ name })
  if (!patch.success) throw new UsageProblem('A name has 1 to 80 characters.')
  const connection = await withDatabase(() => changeConnection(id, patch.data))
  printResult(options.json, connection, `It is called "${connection.name}" now.`)
}
