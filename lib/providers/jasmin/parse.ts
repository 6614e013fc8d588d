import { cleanLabel, cleanText, quoteShort } from '../cleanText'
import { collectReceipts, parseOrUnreadable } from '../collectReceipts'
import { failureClassFor } from '../failureClassFor'
import { firstValue, type Form } from '../formDecoder'
import { requireId } from '../readId'
import { bodyForm, queryForm } from '../requestForm'
import { smppErr } from '../smppErr'
import { SMPP_STATES } from '../smppStates'
import { readStatus } from '../statusTable'
import type { CallbackRequest, Parsed, Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'
import { explain } from './errors'
import { TAKEN } from './statuses'

/** Reads a DLR: a query with GET, a form with POST. The content type is the same for both and says nothing. */
export function parse(request: CallbackRequest): Parsed {
  return parseOrUnreadable(() => {
    const form = request.method === 'GET' ? queryForm(request) : bodyForm(request)
    return collectReceipts([form], readReceipt, '')
  })
}

function readReceipt(form: Form): Receipt {
  const get = (name: string) => firstValue(form, name)
  const word = cleanText(get('message_status') ?? '')
  if (word === '') throw new UnreadableError('missing_field', 'message_status is missing.')
  const level = get('level')
  const what =
    level === '1' ? answerOf(word, get('connector')) : level === '2' ? outcomeOf(word, get('err')) : undefined
  if (!what) throw levelProblem(level)
  return {
    providerMessageId: requireId(get('id'), 'id'),
    ...what,
    failureClass: failureClassFor(what.status, what.errorCode === null ? undefined : explain(what.errorCode)),
    // Jasmin says nothing of the people, and its dates have no zone.
    recipient: null,
    sender: null,
    occurredAt: null,
  }
}

type What = Pick<Receipt, 'status' | 'rawStatus' | 'errorCode' | 'route' | 'unrecognised'>

/** Level 1: the SMSC's answer to the submit. */
function answerOf(word: string, connector: string | undefined): What {
  const rawStatus = cleanLabel(word)
  const route = cleanLabel(connector ?? '')
  return {
    ...(word === TAKEN
      ? { status: 'sent', rawStatus, errorCode: null }
      : { status: 'rejected', rawStatus, errorCode: rawStatus }),
    ...(route === '' || route === 'unknown' ? {} : { route }),
  }
}

/** Level 2: the receipt. `connector` then holds the SMSC's id and not the name of the connector. */
function outcomeOf(word: string, err: string | undefined): What {
  return { ...readStatus(SMPP_STATES, word), errorCode: smppErr(cleanText(err ?? '')) }
}

function levelProblem(level: string | undefined): UnreadableError {
  if (!level) return new UnreadableError('missing_field', 'level is missing.')
  return new UnreadableError('invalid_value', `level must be 1 or 2, but is ${quoteShort(level)}.`)
}
