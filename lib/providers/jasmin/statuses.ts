import { SMPP_STATES } from '../smppStates'
import { statusEntries } from '../statusTable'
import type { StatusEntry } from '../types'

/** Level 1: what the SMSC answered to the submit. Every other answer is a refusal. */
export const TAKEN = 'ESME_ROK'

/** Level 1 and level 2. Of the states, Jasmin itself passes on only the seven of SMPP 3.4 that are not ENROUTE. */
export const STATUS_ENTRIES: readonly StatusEntry[] = [
  { word: TAKEN, status: 'sent', note: 'Level 1: the SMSC took the text.' },
  { word: 'ESME_*', status: 'rejected', note: 'Level 1: every other answer of the SMSC; it is the code as well.' },
  ...statusEntries(SMPP_STATES, {
    ACCEPTD: 'By the standard it is final; Jasmin waits for more, and so does Landed.',
    DELETED: 'Some SMSCs use it for numbers that opted out or do not exist.',
    UNKNOWN: 'Jasmin waits for more after it.',
  }),
]
