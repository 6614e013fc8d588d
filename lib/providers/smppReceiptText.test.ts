import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { failureClassFor } from './failureClassFor'
import { explainGsmError } from './smppErrors'
import { parseSmppReceiptText } from './smppReceiptText'
import { SMPP_STATES } from './smppStates'

interface Vector {
  name: string
  text: string
  expect: Record<string, string | null>
}
const file = new URL('../../test/fixtures/vectors/smpp-receipt-texts.json', import.meta.url)
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] }

describe('parseSmppReceiptText', () => {
  test.each(vectors)('$name', ({ text, expect: expected }) => {
    const parts = parseSmppReceiptText(text)
    const status = SMPP_STATES.get(parts.stat ?? '')!
    expect({
      id: parts.id,
      sub: parts.sub,
      dlvrd: parts.dlvrd,
      submit_date: parts.submitDate,
      done_date: parts.doneDate,
      stat: parts.stat,
      err: parts.err,
      text: parts.text,
      canonical_status: status,
      failure_class: failureClassFor(status, explainGsmError(parts.err ?? '')),
    }).toEqual(expected)
  })

  test('an empty part does not swallow the next one', () => {
    expect(parseSmppReceiptText('id: stat: err:')).toMatchObject({ id: '', stat: '', err: '' })
  })

  test('a text without parts gives only nulls', () => {
    expect(Object.values(parseSmppReceiptText('hello: world')).every((part) => part === null)).toBe(true)
  })
})
