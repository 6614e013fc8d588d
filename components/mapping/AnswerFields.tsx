'use client'

import { useMapping } from './MappingContext'
import { TextField } from './TextField'

/** What the provider wants to hear after its callback was stored. */
export function AnswerFields() {
  const { draft, change, problemWithin } = useMapping()
  const { reply } = draft
  const set = (next: Partial<typeof reply>) => change((before) => ({ ...before, reply: { ...before.reply, ...next } }))
  return (
    <details className="rounded-sm border border-line px-2.5 py-2" open={problemWithin('reply') !== undefined}>
      <summary className="font-medium">
        Answer: {reply.status}
        {reply.body && `, “${reply.body.slice(0, 30)}”`}
      </summary>
      <div className="mt-2.5 grid items-start gap-3 sm:grid-cols-2">
        <TextField
          label="Status"
          field="reply.status"
          inputMode="numeric"
          help="200 to 299"
          value={String(reply.status)}
          onText={(text) => set({ status: Number.parseInt(text, 10) || 0 })}
        />
        <TextField
          label="Content type"
          field="reply.contentType"
          value={reply.contentType}
          onText={(contentType) => set({ contentType: contentType.slice(0, 100) })}
        />
        <div className="sm:col-span-2">
          <TextField
            label="Body"
            field="reply.body"
            help="Some providers want to read OK or ACK."
            value={reply.body}
            onText={(body) => set({ body: body.slice(0, 2000) })}
          />
        </div>
      </div>
    </details>
  )
}
