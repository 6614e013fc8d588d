import type { Status } from '@/lib/status/status'
import { cleanLabel } from './cleanText'
import type { Receipt, StatusEntry } from './types'

/**
 * What a provider's word means: three fields of a receipt. A word that is not in the table is kept, marked as
 * unrecognised, so that a person can say what it means. `word` must not be empty.
 */
export function readStatus(
  table: ReadonlyMap<string, Status>,
  word: string,
): Pick<Receipt, 'status' | 'rawStatus' | 'unrecognised'> {
  const status = table.get(word)
  if (status) return { status, rawStatus: word }
  return { status: 'unknown', rawStatus: cleanLabel(word) || '(empty)', unrecognised: true }
}

/** A table of words as lines of the code dictionary. `notes` say, by word, what else decides. */
export function statusEntries(
  table: ReadonlyMap<string, Status>,
  notes: Readonly<Record<string, string>> = {},
): readonly StatusEntry[] {
  return [...table].map(([word, status]) => {
    const note = Object.hasOwn(notes, word) ? notes[word] : undefined
    return { word, status, ...(note === undefined ? {} : { note }) }
  })
}
