import type { Form } from '../formDecoder'
import { multipartForm } from '../multipartForm'
import { bodyForm } from '../requestForm'
import type { CallbackRequest } from '../types'

/** One callback while it is read: what its fields share. */
export class Opened {
  private decoded: Form | undefined

  constructor(
    readonly request: CallbackRequest,
    /** The body as JSON; undefined where the mapping reads none. */
    readonly body: unknown,
  ) {}

  /** The body as a form, of either kind. */
  get form(): Form {
    return (this.decoded ??= multipartForm(this.request) ?? bodyForm(this.request))
  }
}

/** Where one statement stands: its entry in the list and the entry of the outer list that holds it. */
export interface Place {
  opened: Opened
  outer: unknown
  item: unknown
}
