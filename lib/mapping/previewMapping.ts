import type { MappingDraft } from '@/lib/contracts/mapping'
import type { CallbackSample, MappingPreview } from '@/lib/contracts/mappingApi'
import { connectionSettings } from '@/lib/contracts/connectionSettings'
import { mappingProblems } from '@/lib/contracts/mappingProblems'
import { applyRepairs } from '@/lib/ingest/applyRepairs'
import { mappedAdapter } from '@/lib/providers/mapped'
import type { Adapter, Parsed } from '@/lib/providers/types'
import { missingSecrets } from './missingSecrets'
import { previewCallback } from './previewCallback'
import { newestCallbacks, pastedSpecimen } from './previewSamples'
import { storedMapping } from './storedMapping'

const MOST_UNKNOWN = 100

/**
 * What a mapping would make of the newest callbacks of its connection and of pasted samples. Changes nothing. An incomplete
 * mapping is tried as far as it goes. Throws HttpProblem 404, or 409 for other adapters.
 */
export async function previewMapping(
  publicId: string,
  request: { mapping: MappingDraft; secrets: Record<string, string>; last: number; samples: CallbackSample[] },
  now = Date.now(),
): Promise<MappingPreview> {
  const { mapping, last, samples } = request
  const stored = await storedMapping(publicId)
  const secrets = { ...stored.secrets, ...request.secrets }
  const settings = connectionSettings.parse(stored.settings)
  const kept = last === 0 ? [] : await newestCallbacks(stored.id, last)
  const repaired = kept.map((specimen) => ({ ...specimen, request: applyRepairs(specimen.request, settings) }))
  const specimens = [...samples.map((sample) => pastedSpecimen(publicId, sample)), ...repaired]
  const adapter = mappedAdapter(mapping)
  const results = specimens.map((specimen) => previewCallback(adapter, mapping, specimen, secrets, now))
  return {
    problems: [...mappingProblems(mapping), ...missingSecrets(mapping.proof, secrets)],
    callbacks: results.map(({ shown }) => shown),
    unknown: unknownOf(
      adapter,
      results.map(({ parsed }) => parsed),
    ),
  }
}

/** The words and codes that the tables do not have, most frequent first. */
function unknownOf(adapter: Adapter, all: readonly Parsed[]): MappingPreview['unknown'] {
  const unknown = all.flatMap(({ unreadable }) => unreadable.flatMap(({ receipt }) => receipt ?? []))
  const read = [...all.flatMap(({ receipts }) => receipts), ...unknown]
  const codes = read.flatMap(({ errorCode }) =>
    errorCode !== null && adapter.explain(errorCode) === undefined ? errorCode : [],
  )
  return { statuses: counted(unknown.map(({ rawStatus }) => rawStatus)), errors: counted(codes) }
}

function counted(codes: readonly string[]): { code: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  const rows = [...counts].map(([code, count]) => ({ code, count }))
  return rows.sort((a, b) => b.count - a.count).slice(0, MOST_UNKNOWN)
}
