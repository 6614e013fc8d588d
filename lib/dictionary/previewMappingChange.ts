import type { RejudgePreview } from '@/lib/contracts/codes'
import type { MappingDraft } from '@/lib/contracts/mapping'
import { CUSTOM } from '@/lib/providers/mapped'
import { previewChange } from './rejudge/previewChange'

/**
 * What switching on this mapping would do to the messages that its connection (internal number) has: they are judged anew
 * by its tables. Changes nothing. Callbacks that wait in quarantine are not counted: the editor's own preview shows them.
 */
export async function previewMappingChange(connectionId: number, mapping: MappingDraft): Promise<RejudgePreview> {
  const started = performance.now()
  const previewed = await previewChange({ adapter: CUSTOM, connectionId }, { mapping, connectionId })
  return { ...previewed, waiting: 0, tookMs: Math.round(performance.now() - started) }
}
