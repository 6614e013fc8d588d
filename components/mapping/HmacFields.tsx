'use client'

import type { HmacProof } from '@/lib/contracts/mappingProof'
import { Choice } from './Choice'
import { TextField } from './TextField'
import { TimestampFields } from './TimestampFields'

const option = <T extends string>(value: T, label: string = value) => ({ value, label })

/** What is signed, how the signature is written and where it stands. */
export function HmacFields({ proof, onProof }: { proof: HmacProof; onProof: (proof: HmacProof) => void }) {
  const set = (change: Partial<HmacProof>) => onProof({ ...proof, ...change })
  return (
    <div className="grid gap-4 rounded-sm border border-line px-3 py-3">
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          label="Header with the signature"
          field="proof.header"
          placeholder="X-Signature"
          value={proof.header}
          onText={(header) => set({ header })}
        />
        <TextField
          label="Element (may be left out)"
          field="proof.element"
          help="v1 for t=…,v1=…"
          value={proof.element ?? ''}
          onText={(element) => set({ element: element === '' ? null : element })}
        />
        <TextField
          label="Text before it (may be left out)"
          field="proof.prefix"
          placeholder="sha256="
          value={proof.prefix}
          onText={(prefix) => set({ prefix })}
        />
        <TextField
          label="What is signed"
          field="proof.signed"
          help="{body} {url} {path} {method} {timestamp} {header:name} {query:name}"
          value={proof.signed}
          onText={(signed) => set({ signed })}
        />
      </div>
      <div className="grid grid-cols-2 items-start gap-4 sm:grid-cols-3">
        <Choice
          label="Algorithm"
          field="proof.algorithm"
          value={proof.algorithm}
          options={[
            option('sha256', 'SHA-256'),
            option('sha512', 'SHA-512'),
            option('sha1', 'SHA-1'),
            option('md5', 'MD5'),
          ]}
          onChoose={(algorithm) => set({ algorithm })}
        />
        <Choice
          label="Written in"
          field="proof.encoding"
          value={proof.encoding}
          options={[option('hex', 'hexadecimal'), option('base64', 'Base64'), option('base64url', 'Base64url')]}
          onChoose={(encoding) => set({ encoding })}
        />
        <Choice
          label="The secret is"
          field="proof.key"
          value={proof.key}
          options={[option('text', 'text'), option('hex', 'hexadecimal'), option('base64', 'Base64')]}
          onChoose={(key) => set({ key })}
        />
      </div>
      <TimestampFields timestamp={proof.timestamp} onTimestamp={(timestamp) => set({ timestamp })} />
    </div>
  )
}
