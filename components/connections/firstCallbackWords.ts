import type { Callback } from '@/lib/contracts/callback'

export const FIRST_STEPS = ['received', 'verified', 'applied'] as const
export type FirstStep = (typeof FIRST_STEPS)[number]

export interface FirstCallback {
  /** How far the connection has come. `wrong`: something came and did not pass. */
  steps: Record<FirstStep, 'waiting' | 'done' | 'wrong'>
  text: string
  /** The callback that the words are about. */
  about: Callback | null
  /** True when finding out why is the next step: nobody proved who sent it. */
  unproved: boolean
}

/**
 * What the callbacks of a new connection tell, newest first: nothing yet, how far it works, or what is wrong. Once
 * something was applied it works, whatever else came.
 */
export function firstCallbackWords(callbacks: readonly Callback[]): FirstCallback {
  const [newest] = callbacks
  if (!newest) return { steps: steps(), text: 'Waiting for the first callback…', about: null, unproved: false }
  const applied = callbacks.find(({ outcome, receipts }) => outcome === 'applied' && receipts > 0)
  if (applied)
    return {
      steps: steps('done', 'done', 'done'),
      text: 'Received, verified, applied: the connection works.',
      about: applied,
      unproved: false,
    }
  const open = newest.quarantine.find((entry) => entry.resolvedAt === null)
  if (open?.code === 'mapping_missing')
    return {
      steps: steps('done'),
      text: 'Received. Switch the mapping on: it says what proves and what reads it.',
      about: newest,
      unproved: false,
    }
  if (newest.outcome === 'refused') return refusedWords(newest, open?.reason)
  if (open)
    return {
      steps: steps('done', 'done', 'wrong'),
      text: `Received and verified, but it waits in quarantine. ${open.reason}`,
      about: newest,
      unproved: false,
    }
  return {
    steps: steps('done', 'done'),
    text: 'Received and verified. It says nothing about a text yet (a handshake, perhaps): send one.',
    about: newest,
    unproved: false,
  }
}

function refusedWords(callback: Callback, reason: string | undefined): FirstCallback {
  return {
    steps: steps('done', 'wrong'),
    text: `A callback arrived but was refused. ${reason ?? ''}`.trim(),
    about: callback,
    unproved: true,
  }
}

function steps(
  received: 'waiting' | 'done' = 'waiting',
  verified: 'waiting' | 'done' | 'wrong' = 'waiting',
  applied: 'waiting' | 'done' | 'wrong' = 'waiting',
): FirstCallback['steps'] {
  return { received, verified, applied }
}
