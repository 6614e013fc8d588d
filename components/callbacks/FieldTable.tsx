import type { Field } from './decodeBody'

/** Names and values, decoded: of a form, of a query, of the headers. */
export function FieldTable({ fields, label }: { fields: readonly Field[]; label: string }) {
  return (
    <dl aria-label={label} className="grid grid-cols-[minmax(90px,auto)_minmax(0,1fr)] gap-x-4 gap-y-1">
      {fields.map(({ name, value }, index) => (
        <div key={`${index} ${name}`} className="contents">
          <dt className="max-w-[220px] font-mono text-[12.5px] leading-5 break-all text-ink-3">{name}</dt>
          <dd className="font-mono text-[12.5px] leading-5 break-all">
            {value === '' ? <span className="text-ink-3">empty</span> : value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
