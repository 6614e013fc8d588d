'use client'

import { Segments } from '@/components/ui/Segments'
import { ListField } from './ListField'
import { useMapping } from './MappingContext'
import { TextField } from './TextField'

/** How recipients become international numbers, where the provider writes them otherwise. */
export function RecipientRules() {
  const { draft, change, problemWithin } = useMapping()
  const { recipient } = draft
  const set = (rules: Partial<typeof recipient>) =>
    change((before) => ({ ...before, recipient: { ...before.recipient, ...rules } }))
  const isUsed = recipient.callingCode !== null || recipient.strip.length > 0
  return (
    <details className="rounded-sm border border-line px-2.5 py-2" open={isUsed || Boolean(problemWithin('recipient'))}>
      <summary className="font-medium">Numbers in national form</summary>
      <div className="mt-2.5 grid gap-3">
        <TextField
          label="Country calling code"
          field="recipient.callingCode"
          help="Such as 44. Empty: every number is international."
          inputMode="numeric"
          value={recipient.callingCode ?? ''}
          onText={(text) => set({ callingCode: text === '' ? null : text.slice(0, 4) })}
        />
        <Segments
          label="Which numbers are national"
          value={recipient.national}
          onChange={(national) => set({ national })}
          options={[
            { value: 'leading_zero', label: 'those with a leading 0' },
            { value: 'all', label: 'all without + or 00' },
          ]}
        />
        <ListField
          label="Taken off the front"
          field="recipient.strip"
          help="Several are separated by commas, such as tel:, sms:"
          values={recipient.strip}
          onValues={(strip) => set({ strip: strip.filter((each) => each.length <= 40).slice(0, 10) })}
        />
      </div>
    </details>
  )
}
