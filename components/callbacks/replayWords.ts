import type { ReplayResult } from '@/lib/contracts/callback'
import { formatCount, plural } from '@/lib/format/number'
import { quarantineMeaning } from './quarantineMeaning'

/** The result of a replay in one sentence: what was applied, and what stays and why. */
export function replayWords({ replayed, applied, stillQuarantined }: ReplayResult): string {
  if (replayed === 0) return 'There was nothing to replay: none of these is in quarantine any more.'
  const stays = new Set(stillQuarantined.map((entry) => entry.id)).size
  if (stays === 0)
    return replayed === 1 ? 'Applied. Nothing stays in quarantine.' : `All ${plural(replayed, 'callback')} applied.`
  const why = reasons(stillQuarantined)
  if (applied === 0) return `${plural(stays, 'callback')} ${stays === 1 ? 'stays' : 'stay'} in quarantine: ${why}.`
  return `${plural(applied, 'callback')} applied; ${formatCount(stays)} ${stays === 1 ? 'stays' : 'stay'} in quarantine: ${why}.`
}

function reasons(entries: ReplayResult['stillQuarantined']): string {
  const codes = [...new Set(entries.map((entry) => entry.code))]
  return codes.map((code) => quarantineMeaning(code).label.toLowerCase()).join(', ')
}
