import { BODY_FORMS, type Repair } from '@/lib/contracts/connectionSettings'
import type { CallbackRequest } from '@/lib/providers/types'
import { reformatBody } from '@/lib/repairs/reformatBody'

/** Other spellings of the body; those that change nothing are left out. */
export function bodyRepairs({ rawBody, headers }: CallbackRequest): Repair[] {
  if (rawBody.length === 0) return []
  const isForm = headers['content-type']?.includes('form-urlencoded') ?? false
  return BODY_FORMS.filter((form) => form.startsWith('form_') === isForm || !/^(form|json)_/.test(form))
    .filter((form) => !reformatBody(rawBody, form).equals(rawBody))
    .map((form) => ({ kind: 'body', form }))
}
