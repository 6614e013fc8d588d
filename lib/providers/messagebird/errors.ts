import { EXTENDED_ERROR_ENTRIES, explainExtendedError } from '../messagebirdErrors'

export const ERRORS = EXTENDED_ERROR_ENTRIES

/** What a `statusErrorCode` means; undefined for one that no list has. */
export const explain = explainExtendedError
