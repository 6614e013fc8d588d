import { pauseConnection } from '@/lib/connections/pauseConnection'
import { printResult } from '../printResult'
import { withDatabase } from '../withDatabase'

/** `landed connections pause` */
export async function pauseOneConnection(id: string, options: { json?: boolean }): Promise<void> {
  const connection = await withDatabase(() => pauseConnection(id))
  const text = `"${connection.name}" is paused. What arrives is verified, kept and answered; nothing of it is applied.`
  printResult(options.json, connection, `${text}\nGo on with: landed connections resume ${id}`)
}
