import type { Status } from '@/lib/status/status'
import { cleanLabel } from '../cleanText'
import { failureClassFor } from '../failureClassFor'
import { isJsonObject, jsonText } from '../parseJson'
import { readId } from '../readId'
import type { Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'
import { findStatus, statusOfGroup } from './statuses'

export interface Judgement extends Pick<Receipt, 'status' | 'rawStatus'> {
  /** `status.id` as text, for the reason when there is no error. */
  statusId: string | undefined
}

/**
 * What `status` says. Its id decides; the group only for an id that is not known: group "DELIVERED" also holds texts
 * that are no further than the operator. Throws UnreadableError when it says nothing at all (missing_field).
 */
export function readJudgement(status: Record<string, unknown>): Judgement {
  const statusId = readId(jsonText(status, 'id'), 'status.id')
  const name = jsonText(status, 'name')
  const known = findStatus(statusId, name)
  if (known) return { status: known.status, rawStatus: known.name, statusId }
  const groupId = jsonText(status, 'groupId')
  const groupName = jsonText(status, 'groupName')
  const word = name || groupName || (statusId ?? groupId)
  if (!word) throw new UnreadableError('missing_field', 'status.id, status.name and the group of status are missing.')
  return { status: statusOfGroup(groupId, groupName) ?? 'unknown', rawStatus: cleanLabel(word) || '(empty)', statusId }
}

/** `error.id`; where that is 0 on a failure, the status is the reason: "status:12". */
export function readErrorCode(error: unknown, status: Status, statusId: string | undefined): string | null {
  const id = isJsonObject(error) ? readId(jsonText(error, 'id'), 'error.id') : undefined
  if (id !== undefined && id !== '0') return id
  const isFailure = failureClassFor(status, undefined) !== null
  return isFailure && statusId !== undefined ? `status:${statusId}` : null
}
