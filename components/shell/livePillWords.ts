import type { LiveReading } from '@/lib/client/liveReading'
import { formatDuration } from '@/lib/format/duration'

/** The words of the live pill for a reading. */
export function livePillWords({ state, behind }: LiveReading): { state: string; detail?: string; explanation: string } {
  const age = behind === null ? undefined : formatDuration(behind)
  switch (state) {
    case 'connecting':
      return { state: 'Connecting', explanation: 'This page is connecting to the stream of new receipts.' }
    case 'live':
      return {
        state: 'Live',
        ...(age ? { detail: `${age} behind` } : {}),
        explanation: age
          ? `The newest change took ${age} from its arrival at Landed to this page. If it takes longer, this says so.`
          : 'Connected, and everything that was received is shown.',
      }
    case 'behind':
      return {
        state: 'Behind',
        ...(age ? { detail: age } : {}),
        explanation: `These figures may be ${age ?? 'a while'} old. The page reconnects by itself and asks every few seconds until then.`,
      }
    case 'offline':
      return {
        state: 'Offline',
        ...(age ? { detail: `for ${age}` } : {}),
        explanation: `Landed cannot be reached${age ? `; this page was last up to date ${age} ago` : ''}. Nothing is lost: it catches up as soon as the connection is back.`,
      }
  }
}
