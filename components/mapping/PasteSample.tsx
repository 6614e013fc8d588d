'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Dialog } from '@/components/ui/Dialog'
import { Field } from '@/components/ui/Field'
import type { CallbackSample } from '@/lib/contracts/mappingApi'
import { parseSample } from './parseSample'

const LONGEST = 200_000

/** Takes a request out of a log or of a documentation. */
export function PasteSample({ onPaste }: { onPaste: (sample: CallbackSample) => void }) {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title="Paste a callback"
      description="It stays in this page: it is read with the mapping and not stored."
      trigger={<Button size="small">Paste a sample</Button>}
      footer={
        <Button
          variant="primary"
          disabled={text.trim() === ''}
          onClick={() => {
            onPaste(parseSample(text))
            setOpen(false)
            setText('')
          }}
        >
          Use it
        </Button>
      }
    >
      <Field
        label="Request"
        help="A body alone, a URL, or the whole request: “POST /path HTTP/1.1”, headers, an empty line, the body."
      >
        {(control) => (
          <textarea
            {...control}
            rows={12}
            maxLength={LONGEST}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
            className="w-full rounded-sm border border-control bg-surface px-2.5 py-2 font-mono text-[12.5px] leading-5"
          />
        )}
      </Field>
    </Dialog>
  )
}
