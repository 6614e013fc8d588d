import type { Unreadable, UnreadableCode } from '../types'
import { UnreadableError } from '../UnreadableError'

/** Why one field of a statement cannot be read; `field` is its path in the mapping, so that the editor can point at it. */
export class FieldError extends UnreadableError {
  readonly field: string
  constructor(field: string, code: UnreadableCode, reason: string) {
    super(code, reason)
    this.field = field
  }

  override toUnreadable(item: number): Unreadable {
    return { ...super.toUnreadable(item), field: this.field }
  }
}

/** What `read` gives; what it throws as UnreadableError, with the name of the field. */
export function atField<T>(field: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof UnreadableError && !(error instanceof FieldError))
      throw new FieldError(field, error.code, error.message)
    throw error
  }
}
