import { parseIsoIn } from './isoTime'
import { readTime } from './readTime'
import { UnreadableError } from './UnreadableError'

/**
 * A supplier's time, ms UTC: UK local time unless it names an offset. Null when there is none or when it makes no sense:
 * what became of the text counts for more than when.
 */
export function ukLocalTime(sent: string | undefined): number | null {
  if (!sent) return null
  try {
    return readTime(parseIsoIn('Europe/London', sent), 'time', sent)
  } catch (error) {
    if (error instanceof UnreadableError) return null
    throw error
  }
}
