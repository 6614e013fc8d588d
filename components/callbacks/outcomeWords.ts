import type { Callback } from '@/lib/contracts/callback'
import { plural } from '@/lib/format/number'

export type OutcomeMark = 'check' | 'skip' | 'hold' | 'stop' | 'resolved'

/** What became of a callback, told by a shape and words; colour only repeats it. */
export interface OutcomeWords {
  mark: OutcomeMark
  label: string
  meaning: string
}

/** The outcome as it is now: a quarantined callback that was replayed with success is "resolved", not "refused". */
export function outcomeWords({
  outcome,
  receipts,
  quarantine,
}: Pick<Callback, 'outcome' | 'receipts' | 'quarantine'>): OutcomeWords {
  const open = quarantine.filter((entry) => entry.resolvedAt === null).length
  if (quarantine.length > 0 && open === 0)
    return { mark: 'resolved', label: 'Resolved', meaning: 'It was in quarantine and has been dealt with since.' }
  if (outcome === 'refused')
    return { mark: 'stop', label: 'Refused', meaning: 'Nobody proved who sent it, so it changed nothing.' }
  if (outcome === 'unapplied')
    return {
      mark: 'hold',
      label: 'In quarantine',
      meaning: 'Authentic, but not applied. It is kept and can be replayed.',
    }
  if (outcome === 'ignored')
    return {
      mark: 'skip',
      label: 'Nothing to do',
      meaning: 'Authentic and understood; it says nothing about an outbound text.',
    }
  if (open > 0)
    return {
      mark: 'hold',
      label: 'Partly applied',
      meaning: `${plural(receipts, 'receipt')} applied; the rest waits in quarantine.`,
    }
  return { mark: 'check', label: 'Applied', meaning: `${plural(receipts, 'receipt')} stored and counted.` }
}
