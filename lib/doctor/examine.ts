import type { Diagnosis } from '@/lib/contracts/doctor'
import { readEnv } from '@/lib/env'
import type { Case, Remedy } from './Case'
import { describeRemedy } from './describeRemedy'
import { diagnose, rightfulConnection, tryRemedy } from './diagnose'
import { readCase, readWaiting } from './readCases'

const MOST_WAITING = 200

/**
 * Says why a callback was refused and what one line of configuration would make it verify, and how many of the others
 * that wait for the same connection this would help. Throws HttpProblem 404 or 409 as `readCase` does.
 */
export async function examine(callbackId: string, registeredUrl?: string): Promise<Diagnosis> {
  const patient = await readCase(callbackId, registeredUrl)
  const { verdict, remedy, tried } = diagnose(patient)
  const waiting = await readWaiting(patient, MOST_WAITING)
  const rightful = verdict.ok || remedy ? null : rightfulConnection(patient)
  return {
    verifies: verdict.ok,
    refusal: verdict.ok ? null : { code: verdict.code, reason: verdict.reason },
    remedy: remedy && { ...contentOf(remedy), ...describeRemedy(remedy, readEnv().publicUrl) },
    rightful: rightful && { id: rightful.publicId, name: rightful.name },
    tried,
    waiting: waiting.length,
    helped: remedy || verdict.ok ? waiting.filter((each) => isHelped(each.case, remedy)).length : 0,
  }
}

function isHelped(each: Case, remedy: Remedy | null): boolean {
  return tryRemedy(each, remedy ?? { repairs: [], secretsOf: null }).ok
}

function contentOf({ repairs, secretsOf }: Remedy) {
  return { repairs: [...repairs], secretsOf: secretsOf && { id: secretsOf.publicId, name: secretsOf.name } }
}
