import { labels } from './labels'
import { fictionalNumber, NETWORKS } from './networks'
import type { FailureContext, PlanOptions } from './plan'
import type { Life, Profile, Step } from './Profile'
import { profileOf } from './profiles/profileOf'
import type { Random } from './random'
import type { PlannedCallback } from './SimulatedCallback'
import type { SimulatedProvider } from './SimulatedProvider'

/** Of texts that do not fail: percent whose end nobody reports. */
const OPEN_PERCENT = 2
/** Of texts that fail: percent that are delivered after all, against the first word of the provider. */
const LATE_PERCENT = 4
const LONGEST_STEP_MS = 30_000
const RETRY_MEDIAN_MS = 900

/** The callbacks about one text, not yet sorted by time of arrival. */
export function planMessage(
  options: PlanOptions,
  provider: SimulatedProvider,
  start: number,
  message: number,
  random: Random,
): PlannedCallback[] {
  const profile = profileOf(provider)
  const network = random.weighted(NETWORKS)
  const submittedAt = options.startAt + start
  const life = chooseLife(profile, failurePercent(options, { provider, network, submittedAt }), random)
  const offsets = stepOffsets(life.steps, random)
  const shift = options.delays ? 0 : (offsets.at(-1) ?? 0)
  const text = {
    messageId: profile.messageId(random.hex),
    reference: `ord-${random.hex(10)}`,
    recipient: fictionalNumber(network.country, random),
    sender: random.pick(profile.senders),
    submittedAt: wholeSecond(submittedAt - shift),
    network: network.code,
    ...labels(network, random),
  }
  const calls = life.steps.map((step, index) => ({
    afterMs: start + (options.delays ? (offsets[index] ?? 0) : index),
    message,
    duplicate: false,
    callback: {
      ...text,
      word: step.word,
      status: step.status,
      code: step.code,
      occurredAt: wholeSecond(submittedAt + (offsets[index] ?? 0) - shift),
      eventId: eventId(random),
    },
  }))
  return withRetries(outOfOrder(calls, options.disorder, random), options, random)
}

function failurePercent(options: PlanOptions, context: FailureContext): number {
  return typeof options.failures === 'number' ? options.failures : options.failures(context)
}

function chooseLife(profile: Profile, failurePercent: number, random: Random): Life {
  if (random.percent(failurePercent))
    return random.weighted(random.percent(LATE_PERCENT) ? profile.late : profile.failed)
  return random.weighted(random.percent(OPEN_PERCENT) ? profile.open : profile.landed)
}

function stepOffsets(steps: readonly Step[], random: Random): number[] {
  let at = 0
  return steps.map((step) => (at += Math.min(LONGEST_STEP_MS, random.logNormal(step.medianMs, step.sigma))))
}

/** Lets a callback arrive after its follower, as two connections of a provider do. */
function outOfOrder(calls: PlannedCallback[], percent: number, random: Random): PlannedCallback[] {
  return calls.map((call, index) => {
    const follower = calls[index + 1]
    return follower && random.percent(percent) ? { ...call, afterMs: follower.afterMs + 0.5 } : call
  })
}

function withRetries(calls: PlannedCallback[], options: PlanOptions, random: Random): PlannedCallback[] {
  return calls.flatMap((call) => {
    if (!random.percent(options.duplicates)) return [call]
    const wait = options.delays ? random.logNormal(RETRY_MEDIAN_MS, 0.7) : 0.25
    return [call, { ...call, duplicate: true, afterMs: call.afterMs + wait }]
  })
}

/** The shape of a UUID, from the seeded chance. */
function eventId(random: Random): string {
  return [8, 4, 4, 4, 12].map((digits) => random.hex(digits)).join('-')
}

function wholeSecond(at: number): number {
  return Math.floor(at / 1000) * 1000
}
