import type { MappingProblem } from '@/lib/contracts/MappingProblem'
import type { MappingProof } from '@/lib/contracts/mappingProof'
import { mappingSecrets, secretProblem } from '@/lib/contracts/mappingSecrets'
import type { Secrets } from '@/lib/providers/types'

/** The secrets that a proof needs and that are not set, or that cannot be what the mapping says they are. */
export function missingSecrets(proof: MappingProof, secrets: Secrets): MappingProblem[] {
  return mappingSecrets(proof).flatMap(({ name, label, help }) => {
    const value = secrets[name]
    const problem = value ? secretProblem(proof, name, value) : `is missing. ${help}`
    return problem === null ? [] : [{ field: `secrets.${name}`, message: `${label} ${problem}` }]
  })
}
