import { applyRepair, applyRepairs, clockOffsetMs } from '@/lib/ingest/applyRepairs'
import type { CallbackRequest, Verdict } from '@/lib/providers/types'
import { bodyRepairs } from './bodyRepairs'
import type { Case, Diagnosis, Patient, Remedy } from './Case'
import { clockRepairs } from './clockRepairs'
import { originRepairs } from './originRepairs'
import { pathRepairs } from './pathRepairs'
import { queryRepairs } from './queryRepairs'

/** Each try is a signature check of microseconds; this many stay below a second. */
const MOST_TRIES = 6_000

/**
 * Tries what usually goes wrong between a provider and us, one thing at a time and then two together, and says which
 * smallest remedy makes the callback verify. Pure: changes nothing, asks nobody.
 */
export function diagnose(patientCase: Case): Diagnosis {
  const verdict = tryRemedy(patientCase, { repairs: [], secretsOf: null })
  if (verdict.ok) return { verdict, remedy: null, tried: 1 }
  let tried = 1
  for (const remedy of remedies(patientCase)) {
    if (tried >= MOST_TRIES) break
    tried += 1
    if (tryRemedy(patientCase, remedy).ok) return { verdict, remedy, tried }
  }
  return { verdict, remedy: null, tried }
}

/** The verdict of the connection's adapter if `remedy` were in force. */
export function tryRemedy({ request, receivedAt, connection, fetched }: Case, { repairs, secretsOf }: Remedy): Verdict {
  const settings = { repairs: [...connection.settings.repairs, ...repairs] }
  const context = { now: receivedAt + clockOffsetMs(settings), ...(fetched ? { fetched } : {}) }
  const secrets = secretsOf?.secrets ?? connection.secrets
  return connection.reader.verify(applyRepairs(request, settings), secrets, context)
}

function* remedies(patientCase: Case): Generator<Remedy> {
  const { connection } = patientCase
  const request = applyRepairs(patientCase.request, connection.settings)
  const kin = patientCase.others.filter(({ adapter }) => adapter === connection.adapter)
  const single = repairsFor(patientCase, request)
  for (const repair of single) yield { repairs: [repair], secretsOf: null }
  for (const secretsOf of kin) yield { repairs: [], secretsOf }
  for (const first of single) {
    // What comes second is chosen for the request as the first one leaves it.
    for (const second of repairsFor(patientCase, applyRepair(request, first))) {
      if (second.kind !== first.kind || second.kind === 'body') yield { repairs: [first, second], secretsOf: null }
    }
  }
  for (const secretsOf of kin) for (const repair of single) yield { repairs: [repair], secretsOf }
}

function repairsFor(patientCase: Case, request: CallbackRequest) {
  return [
    ...originRepairs(request, patientCase.registeredUrl),
    ...pathRepairs(request, patientCase.registeredUrl),
    ...queryRepairs(request, patientCase.registeredUrl),
    ...bodyRepairs(request),
    ...clockRepairs(request, patientCase.receivedAt),
  ]
}

/**
 * The connection whose callbacks these really are: one of another provider, whose URL was swapped with this one's. Null
 * when none fits.
 */
export function rightfulConnection({ request, receivedAt, connection, others, fetched }: Case): Patient | null {
  const context = { now: receivedAt, ...(fetched ? { fetched } : {}) }
  const strangers = others.filter(({ adapter }) => adapter !== connection.adapter)
  return strangers.find(({ reader, secrets }) => fits(reader, request, secrets, context)) ?? null
}

/** A token in a URL proves nothing about who called: only real signatures and passwords count here. */
function fits(
  reader: Patient['reader'],
  request: CallbackRequest,
  secrets: Patient['secrets'],
  context: Parameters<Patient['reader']['verify']>[2],
): boolean {
  return (
    reader.proof !== 'token' && reader.methods.includes(request.method) && reader.verify(request, secrets, context).ok
  )
}
