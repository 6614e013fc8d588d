import { z } from 'zod'
import type { MappingDraft } from '@/lib/contracts/mapping'
import {
  mappingEffect,
  type MappingFixtureRequest,
  mappingSaved,
  type MappingSave,
  mappingSuggestion,
  mappingSwitchedOn,
  type mappingSuggestRequest,
} from '@/lib/contracts/mappingApi'
import { api } from './api'

const pathOf = (connection: string, what = '') => `/connections/${encodeURIComponent(connection)}/mapping${what}`

/** Stores the draft. The answer holds secrets that Landed made up, which are never shown again. */
export function saveMapping(connection: string, save: MappingSave) {
  return api(mappingSaved, pathOf(connection), { method: 'PUT', body: save })
}

/** Lets the draft read the callbacks of its connection. */
export function switchOnMapping(connection: string, author: string) {
  return api(mappingSwitchedOn, pathOf(connection, '/switch-on'), { method: 'POST', body: { author } })
}

/** What switching on this mapping would do to the messages that are stored. */
export function readMappingEffect(connection: string, mapping: MappingDraft, signal?: AbortSignal) {
  return api(mappingEffect, pathOf(connection, '/effect'), {
    method: 'POST',
    body: mapping,
    ...(signal ? { signal } : {}),
  })
}

/** Guesses of what a pasted request holds. */
export function suggestMapping(connection: string, request: z.input<typeof mappingSuggestRequest>) {
  return api(mappingSuggestion, pathOf(connection, '/suggest'), { method: 'POST', body: request })
}

/** Takes what was exported elsewhere as the draft. The server checks it. */
export function importMapping(connection: string, mapping: MappingDraft) {
  return api(mappingSaved, pathOf(connection, '/import'), { method: 'POST', body: mapping })
}

/** A callback as a conformance fixture: with its numbers and tokens as they are. */
export function exportFixture(connection: string, request: MappingFixtureRequest) {
  return api(z.looseObject({ name: z.string() }), pathOf(connection, '/fixture'), { method: 'POST', body: request })
}
