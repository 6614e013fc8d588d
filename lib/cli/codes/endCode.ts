import { endOverride } from '@/lib/dictionary/endOverride'
import { printResult } from '../printResult'
import { withDatabase } from '../withDatabase'
import { jobWords } from './jobWords'

/** `landed codes end` */
export async function endCode(id: number, options: { author: string; json?: boolean }): Promise<void> {
  const changed = await withDatabase(() => endOverride(id, options.author))
  printResult(options.json, changed, `What was said of ${changed.override.code} has ended. ${jobWords(changed.job)}`)
}
