import type { CodeKind } from '@/lib/contracts/codes'
import { FAILURE_LABELS, type FailureClass } from '@/lib/status/failureClass'
import type { Status } from '@/lib/status/status'

interface Said {
  kind: CodeKind
  code: string
  status: Status | null
  failureClass: FailureClass | null
}

/** What a job does, for the list of jobs: `Word "DELIVRD" means delivered`. */
export function overrideTitle(said: Said): string {
  const meaning = [said.status, said.failureClass && FAILURE_LABELS[said.failureClass].toLowerCase()]
  return `${subjectOf(said)} means ${meaning.filter(Boolean).join(', ') || 'what the provider’s own table says'}`
}

/** The same for the end of an override. */
export function endTitle(said: Said): string {
  return `${subjectOf(said)} means again what the provider’s own table says`
}

function subjectOf({ kind, code }: Said): string {
  const short = code.length > 60 ? `${code.slice(0, 60)}…` : code
  return kind === 'status' ? `The word “${short}”` : `Code ${short}`
}
