import type { Fixture } from '@/lib/conformance/fixture'
import type { MappingDraft } from '@/lib/contracts/mapping'
import type { CallbackSample } from '@/lib/contracts/mappingApi'
import { HttpProblem } from '@/lib/http/HttpProblem'
import { notFound } from '@/lib/http/notFound'
import { timeOfUuidV7 } from '@/lib/ingest/uuidV7'
import { CUSTOM, mappedAdapter } from '@/lib/providers/mapped'
import type { Receipt, Secrets } from '@/lib/providers/types'
import { keptCallback, pastedSpecimen, type Specimen } from './previewSamples'
import { storedMapping } from './storedMapping'

interface FixtureRequest {
  mapping: MappingDraft
  /** Go into the fixture as they are. Those that are stored never do. */
  secrets: Record<string, string>
  callback?: string | undefined
  sample?: CallbackSample | undefined
}

/**
 * A callback as a conformance fixture that says what this mapping makes of it today: with its numbers, tokens and
 * signature as they are. Its sender is checked only where the secrets are given. Throws HttpProblem 404, 409 or 422.
 */
export async function mappingFixture(publicId: string, request: FixtureRequest): Promise<Fixture> {
  const { mapping, secrets } = request
  const specimen = await specimenOf(publicId, request)
  const adapter = mappedAdapter(mapping)
  const now = specimen.receivedAt ?? Date.now()
  const isProved = adapter.verify(specimen.request, secrets, { now }).ok
  const parsed = adapter.parse(specimen.request)
  return {
    name: specimen.id === null ? `${mapping.provider}: pasted sample` : `${mapping.provider}: ${specimen.id}`,
    adapter: CUSTOM,
    mapping,
    method: specimen.request.method,
    path: specimen.target,
    headers: { ...specimen.request.headers },
    body: specimen.request.rawBody.toString('utf8'),
    expect: {
      events: parsed.receipts.map(toEvent),
      ...(parsed.unreadable.length > 0
        ? { unreadable: parsed.unreadable.map(({ code, item }) => ({ code, item })) }
        : {}),
    },
    verify: {
      scheme: isProved ? mapping.proof.kind : 'none',
      public_url: specimen.request.url,
      now: new Date(now).toISOString(),
      ...(isProved ? snakeCase(secrets) : {}),
    },
  }
}

async function specimenOf(publicId: string, { callback, sample }: FixtureRequest): Promise<Specimen> {
  const { id } = await storedMapping(publicId)
  if (sample) return pastedSpecimen(publicId, sample)
  if (callback === undefined)
    throw new HttpProblem(422, 'No callback named', 'Give "callback" or "sample".', [
      { field: 'callback', message: 'is required where there is no "sample"' },
    ])
  const found = await keptCallback(id, callback, timeOfUuidV7(callback))
  if (!found) throw notFound('callback', callback)
  return found
}

function snakeCase(secrets: Secrets): Record<string, string> {
  return Object.fromEntries(
    Object.entries(secrets).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  )
}

function toEvent(receipt: Receipt): Fixture['expect']['events'][number] {
  return {
    provider_message_id: receipt.providerMessageId,
    canonical_status: receipt.status,
    raw_status: receipt.rawStatus,
    recipient: receipt.recipient,
    sender: receipt.sender,
    error_code: receipt.errorCode,
    failure_class: receipt.failureClass,
    occurred_at: receipt.occurredAt === null ? null : new Date(receipt.occurredAt).toISOString(),
    client_reference: receipt.clientReference ?? null,
    segments: receipt.segments ?? null,
    price: receipt.price ?? null,
    currency: receipt.currency ?? null,
    mccmnc: receipt.mccmnc ?? null,
    carrier: receipt.carrierName ?? null,
  }
}
