'use client'

import { Segments } from '@/components/ui/Segments'
import { Select } from '@/components/ui/Select'
import { FIELD_NAMES, MAPPING_FIELDS, type MappingField } from '@/lib/contracts/mappingSource'
import { FieldRow } from './FieldRow'
import { IgnoreFilter } from './IgnoreFilter'
import { useMapping } from './MappingContext'
import { RecipientRules } from './RecipientRules'
import { TextField } from './TextField'

const ALWAYS: readonly MappingField[] = ['messageId', 'status', 'recipient', 'time', 'errorCode']

/** Where in a callback the values are: by clicking them in a sample, or by hand. */
export function FieldsStep() {
  const { draft, target, problemOf, setTarget } = useMapping()
  const isShown = (field: MappingField) =>
    ALWAYS.includes(field) || draft.fields[field] !== undefined || target === field || problemOf(`fields.${field}`)
  const shown = MAPPING_FIELDS.filter(isShown)
  const rest = MAPPING_FIELDS.filter((field) => !isShown(field))
  return (
    <div className="grid gap-5">
      <ListFields />
      <section aria-label="Fields" className="grid gap-3">
        <p className="text-ink-2">
          Choose a field, then click its value in the sample. Or write the place by hand: JSON places are pointers, such
          as <code className="font-mono text-[13px]">/message/id</code>.
        </p>
        <ul className="grid gap-2.5">
          {shown.map((field) => (
            <FieldRow key={field} field={field} />
          ))}
        </ul>
        {rest.length > 0 && (
          <Select
            label="Another field"
            value={null}
            placeholder="Another field…"
            options={rest.map((value) => ({ value, label: FIELD_NAMES[value] }))}
            onChange={(field) => field !== null && setTarget(field as MappingField)}
            className="w-fit"
          />
        )}
      </section>
      <RecipientRules />
      <IgnoreFilter />
    </div>
  )
}

function ListFields() {
  const { draft, change } = useMapping()
  const { items } = draft
  const setItems = (next: typeof items) => change((before) => ({ ...before, items: next }))
  return (
    <section aria-label="The list" className="grid gap-2.5">
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-medium">A callback speaks of</span>
        <Segments
          label="How many messages a callback speaks of"
          value={items ? 'list' : 'one'}
          onChange={(value) => setItems(value === 'list' ? (items ?? { list: '', inner: null }) : null)}
          options={[
            { value: 'one', label: 'one message' },
            { value: 'list', label: 'a list' },
          ]}
        />
      </div>
      {items && (
        <div className="grid items-start gap-2.5 sm:grid-cols-2">
          <TextField
            label="The list is at"
            field="items.list"
            help="Empty: the body itself is the list."
            value={items.list}
            placeholder="/reports"
            onText={(list) => setItems({ ...items, list })}
          />
          <TextField
            label="A list within each entry (may be left out)"
            field="items.inner"
            value={items.inner ?? ''}
            placeholder="/messages"
            onText={(inner) => setItems({ ...items, inner: inner === '' ? null : inner })}
          />
        </div>
      )}
    </section>
  )
}
