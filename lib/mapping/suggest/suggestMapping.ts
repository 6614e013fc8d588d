import type { MappingDraft } from '@/lib/contracts/mapping'
import type { CallbackSample, MappingSuggestion } from '@/lib/contracts/mappingApi'
import { FIELD_NAMES, type MappingField, sourceWords } from '@/lib/contracts/mappingSource'
import { pastedSpecimen } from '../previewSamples'
import { candidatesOf } from './candidates'
import { guessFields } from './guessFields'
import { guessProof } from './guessProof'
import { guessStatus } from './guessStatus'
import { guessTime } from './guessTime'

/**
 * What a pasted request looks like, by its names and values: filled into the mapping where that says nothing yet, and named
 * one by one, because a guess that nobody looks at is a wrong mapping.
 */
export function suggestMapping(
  publicId: string,
  { mapping, sample }: { mapping: MappingDraft; sample: CallbackSample },
): MappingSuggestion {
  const { request } = pastedSpecimen(publicId, sample)
  const { candidates, items } = candidatesOf(request)
  const isFresh = Object.keys(mapping.fields).length === 0
  const guessed: MappingDraft = { ...mapping, fields: { ...mapping.fields }, statuses: [...mapping.statuses] }
  const guesses: MappingSuggestion['guesses'] = []
  const note = (field: string, reason: string) => guesses.push({ field, reason })

  if (isFresh) {
    guessed.methods = [sample.method]
    guessed.items = items
    if (items) note('items.list', `The first list of the body is at ${items.list || 'its top'}.`)
    const proof = mapping.proof.kind === 'path_token' ? guessProof(request.headers) : null
    if (proof) {
      guessed.proof = proof
      note('proof', 'The headers look like it. Check it with the provider’s documentation.')
    }
  }
  const known = Object.keys(mapping.fields) as MappingField[]
  const found = guessFields(isFresh || !mapping.items ? candidates : [], known)
  for (const { field, source, value } of found) {
    guessed.fields[field] = source
    note(`fields.${field}`, `${FIELD_NAMES[field]} by the name of ${sourceWords(source)}: ${short(value)}.`)
  }
  const time = found.find(({ field }) => field === 'time')
  const format = time && guessTime(time.value)
  if (format) {
    guessed.time = format
    note(
      'time',
      `${short(time.value)} looks like it. ${'zone' in format && format.zone === null ? 'Say in which zone it is.' : ''}`.trim(),
    )
  }
  const word = found.find(({ field }) => field === 'status')?.value
  const status = word === undefined ? null : guessStatus(word)
  if (word !== undefined && status && !guessed.statuses.some((row) => row.word === word)) {
    guessed.statuses.push({ word, status })
    note('statuses', `"${word}" sounds like ${status}.`)
  }
  if (guessed.fields.price && !guessed.fields.currency) delete guessed.fields.price
  return { mapping: guessed, guesses: guesses.filter(({ field }) => field !== 'fields.price' || guessed.fields.price) }
}

function short(value: string): string {
  return `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`
}
