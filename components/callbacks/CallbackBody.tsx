'use client'

import { useState } from 'react'
import { Card } from '@/components/ui/Card'
import { Segments } from '@/components/ui/Segments'
import { decodeBody, type DecodedBody } from './decodeBody'
import { FieldTable } from './FieldTable'
import { RawText } from './RawText'

type View = 'decoded' | 'raw'
const VIEWS = [
  { value: 'decoded', label: 'Decoded' },
  { value: 'raw', label: 'Raw' },
] as const

interface CallbackBodyProps {
  body: string
  bodyBytes: number
  contentType: string | undefined
}

/** The body, decoded where it is a form or JSON, and always as it came. */
export function CallbackBody({ body, bodyBytes, contentType }: CallbackBodyProps) {
  const [view, setView] = useState<View>('decoded')
  const decoded = decodeBody(body, contentType)
  const canDecode = decoded.kind === 'form' || decoded.kind === 'json'
  if (decoded.kind === 'empty' && bodyBytes === 0) return null
  return (
    <Card
      title="Body"
      note={KINDS[decoded.kind]}
      action={
        canDecode && <Segments<View> label="How the body is shown" value={view} onChange={setView} options={VIEWS} />
      }
    >
      {view === 'raw' || !canDecode ? <RawText text={body} label="Body as it came" /> : <Decoded decoded={decoded} />}
    </Card>
  )
}

const KINDS: Record<DecodedBody['kind'], string> = {
  empty: 'empty',
  form: 'a form',
  json: 'JSON',
  text: 'neither a form nor JSON',
}

function Decoded({ decoded }: { decoded: DecodedBody }) {
  if (decoded.kind === 'form') return <FieldTable fields={decoded.fields} label="Fields of the form" />
  if (decoded.kind === 'json') return <RawText text={decoded.pretty} label="Body as JSON" />
  return null
}
