import { planMessage } from './planMessage'
import { createRandom, type Random } from './random'
import type { PlannedCallback } from './SimulatedCallback'
import type { SimulatedNetwork } from './networks'
import type { SimulatedProvider } from './SimulatedProvider'

/** What a share of failures may depend on. */
export interface FailureContext {
  provider: SimulatedProvider
  network: SimulatedNetwork
  /** When the text is handed to the provider, ms since 1970 UTC. */
  submittedAt: number
}

export interface PlanOptions {
  seed: number
  providers: readonly SimulatedProvider[]
  /** When each text is handed to its provider, milliseconds after `startAt`. One message each. */
  starts: readonly number[]
  /** Start of the run by the provider's clock, ms since 1970 UTC. */
  startAt: number
  /** Percent of callbacks that arrive twice. */
  duplicates: number
  /** Percent of callbacks that arrive after the one that follows them. */
  disorder: number
  /** Percent of texts that do not land, or a function that gives it. */
  failures: number | ((context: FailureContext) => number)
  /** False: the statements about a text come at once; their times then lie before the start of the text. */
  delays: boolean
}

/** A planned callback together with the provider that makes it. */
export interface PlannedCall extends PlannedCallback {
  provider: SimulatedProvider
}

/**
 * Everything that the providers are going to say, in the order in which they say it.
 * Pure: the same options give the same plan.
 */
export function plan(options: PlanOptions): PlannedCall[] {
  const random = createRandom(options.seed)
  const calls = options.starts.flatMap((start, message) => planOne(options, start, message, random))
  return calls.sort((a, b) => a.afterMs - b.afterMs)
}

function planOne(options: PlanOptions, start: number, message: number, random: Random): PlannedCall[] {
  const provider = random.pick(options.providers)
  return planMessage(options, provider, start, message, random).map((call) => ({ ...call, provider }))
}

/** `count` starts at a mean rate per second, spaced by chance as independent senders are; an infinite rate gives zeros. */
export function steadyStarts(count: number, perSecond: number, seed: number): number[] {
  const random = createRandom(seed ^ 0x5eed)
  let at = 0
  return Array.from({ length: count }, () => {
    const start = at
    at += (-Math.log(1 - random.next()) * 1000) / perSecond
    return start
  })
}
