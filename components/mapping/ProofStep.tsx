'use client'

import { CopyField } from '@/components/ui/CopyField'
import type { MappingProof, MappingProofKind } from '@/lib/contracts/mappingProof'
import { urlToPaste, urlWithGaps } from '@/lib/contracts/urlToPaste'
import { AnswerFields } from './AnswerFields'
import { Check } from './Check'
import { Choice } from './Choice'
import { HmacFields } from './HmacFields'
import { useMapping } from './MappingContext'
import { SecretFields } from './SecretFields'
import { TextField } from './TextField'

const KINDS: readonly { value: MappingProofKind; label: string }[] = [
  { value: 'hmac', label: 'a signature (HMAC) in a header' },
  { value: 'standard_webhooks', label: 'Standard Webhooks' },
  { value: 'basic', label: 'user name and password' },
  { value: 'bearer', label: 'a bearer token' },
  { value: 'header_token', label: 'a token in another header' },
  { value: 'path_token', label: 'nothing: a secret in the path' },
  { value: 'query_token', label: 'nothing: a secret in the query' },
]
const METHODS = ['POST', 'PUT', 'GET'] as const

/** How the provider calls, what proves that it is the provider, and what it wants to hear. */
export function ProofStep() {
  const { draft, change, problemOf } = useMapping()
  const { proof, methods } = draft
  const set = (next: MappingProof) => change((before) => ({ ...before, proof: next }))
  return (
    <div className="grid gap-5">
      <CallbackUrl />
      <TextField
        label="Name of the provider"
        field="provider"
        className="font-sans text-base"
        value={draft.provider}
        maxLength={60}
        onText={(provider) => provider.trim() !== '' && change((before) => ({ ...before, provider }))}
      />
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-medium">It calls by</legend>
        <div className="flex flex-wrap gap-4">
          {METHODS.map((method) => (
            <Check
              key={method}
              checked={methods.includes(method)}
              onCheck={(checked) =>
                change((before) => ({
                  ...before,
                  methods: checked ? [...before.methods, method] : before.methods.filter((each) => each !== method),
                }))
              }
            >
              {method}
            </Check>
          ))}
        </div>
        {problemOf('methods') && <p className="text-sm text-failed">{problemOf('methods')}</p>}
      </fieldset>
      <Choice
        label="What proves that it is the provider"
        field="proof"
        help="Take the strongest that the provider offers."
        value={proof.kind}
        options={KINDS}
        onChoose={(kind) => kind !== proof.kind && set(fresh(kind))}
      />
      {proof.kind === 'query_token' && (
        <TextField
          label="Name of the parameter"
          field="proof.parameter"
          value={proof.parameter}
          onText={(parameter) => set({ ...proof, parameter })}
        />
      )}
      {proof.kind === 'header_token' && (
        <TextField
          label="Name of the header"
          field="proof.header"
          value={proof.header}
          placeholder="X-Api-Key"
          onText={(header) => set({ ...proof, header })}
        />
      )}
      {proof.kind === 'hmac' && <HmacFields proof={proof} onProof={set} />}
      <SecretFields />
      <AnswerFields />
    </div>
  )
}

function CallbackUrl() {
  const { draft, mapping, generated, secrets } = useMapping()
  const suffix =
    draft.proof.kind === 'path_token'
      ? '/{secret:token}'
      : draft.proof.kind === 'query_token'
        ? `?${encodeURIComponent(draft.proof.parameter)}={secret:token}`
        : null
  const known = { ...generated, ...secrets }
  const { url, gaps } = known.token
    ? { url: urlToPaste(mapping.callbackUrl, suffix, known), gaps: [] }
    : urlWithGaps(mapping.callbackUrl, suffix)
  return (
    <div className="grid gap-1">
      <span className="font-medium">Callback URL</span>
      <CopyField label="callback URL" value={url} />
      {gaps.length > 0 && (
        <p className="text-sm text-ink-3">
          Put the secret in place of ‹{gaps.join('›, ‹')}›. It was shown once, when it was made;{' '}
          {mapping.active ? 'a rotation gives a new one.' : 'have a new one made up below.'}
        </p>
      )}
    </div>
  )
}

function fresh(kind: MappingProofKind): MappingProof {
  if (kind === 'query_token') return { kind, parameter: 'token' }
  if (kind === 'header_token') return { kind, header: '' }
  if (kind !== 'hmac') return { kind }
  return {
    ...{ kind, header: '', element: null, algorithm: 'sha256', encoding: 'hex', prefix: '' },
    ...{ signed: '{body}', key: 'text', timestamp: null },
  }
}
