import { Check, Loader, TriangleAlert } from 'lucide-react'
import type { SaveState } from './useMappingDraft'

const LOOK = {
  saved: { Icon: Check, text: 'Draft saved' },
  saving: { Icon: Loader, text: 'Saving…' },
  unsaved: { Icon: TriangleAlert, text: 'Not saved yet' },
}

/** Whether what is on the screen is stored. */
export function SavedMark({ state }: { state: SaveState }) {
  const { Icon, text } = LOOK[state]
  return (
    <span className="inline-flex items-center gap-1.5 text-sm text-ink-3" role="status">
      <Icon size={14} aria-hidden />
      {text}
    </span>
  )
}
