import type { MappingField, MappingSource } from '@/lib/contracts/mappingSource'
import type { Candidate } from './candidates'

interface Trait {
  /** What the names say, the surest first; matched against the end of the path. */
  names: readonly RegExp[]
  /** What a value must look like. */
  value?: RegExp
}

const PHONE = /^(?:tel:)?\+?\d[\d ().-]{6,18}$/
/** In the order in which fields take their values: what is surest first. */
const TRAITS: readonly [MappingField, Trait][] = [
  [
    'clientReference',
    {
      names: [
        /(?:client|custom|external|user|your)[_.-]?(?:ref|reference|id|data|correlator)$/,
        /(?:^|[_.-])(?:ref|reference|correlationid)$/,
      ],
    },
  ],
  ['messageId', { names: [/(?:message|msg|sms)[_.-]?(?:id|uuid|sid)$/, /(?:^|[_.-])(?:id|uuid|sid|guid)$/, /id$/] }],
  [
    'errorCode',
    {
      names: [
        /(?:err(?:or)?|reason|failure)[_.-]?(?:code|id)$/,
        /(?:^|[_.-])(?:err|error|errorcode|reasoncode)$/,
        /cause[_.-]?code$/,
      ],
    },
  ],
  ['mccmnc', { names: [/mcc[_.-]?mnc$/, /network[_.-]?code$/], value: /^\d{5,6}$/ }],
  ['mcc', { names: [/(?:^|[_.-])mcc$/], value: /^\d{3}$/ }],
  ['mnc', { names: [/(?:^|[_.-])mnc$/], value: /^\d{1,3}$/ }],
  [
    'status',
    {
      names: [
        /(?:dlr|delivery|message|msg|sms)[_.-]?(?:status|state)$/,
        /status[_.-]?(?:name|text|word|code)?$/,
        /state$/,
        /(?:^|[_.-])(?:dlr|stat|event|type|result)$/,
      ],
    },
  ],
  [
    'recipient',
    {
      names: [
        /(?:^|[_.-])(?:to|recipient|msisdn|destination|dest|mobile|phone|number)$/,
        /(?:msisdn|phonenumber|phone[_.-]number|recipient.*|destination.*|dest[_.-]?addr.*)$/,
      ],
      value: PHONE,
    },
  ],
  [
    'sender',
    {
      names: [
        /(?:^|[_.-])(?:from|sender|origin|originator|source|senderid)$/,
        /(?:sender[_.-]?id|source[_.-]?addr.*)$/,
      ],
    },
  ],
  [
    'time',
    {
      names: [
        /(?:done|delivered|delivery|status|event|dlr)[_.-]?(?:at|date|time|ts|timestamp|datetime)$/,
        /(?:^|[_.-])(?:timestamp|time|ts|date|datetime|at)$/,
        /(?:time|date|timestamp|_at|at)$/,
      ],
      value: /\d{4}|\d{2}[./:-]\d{2}/,
    },
  ],
  ['currency', { names: [/currency$/], value: /^[a-z]{3}$/i }],
  ['price', { names: [/(?:price|cost|charge)(?:[_.-](?:amount|value|permessage))?$/], value: /^\d+(?:\.\d+)?$/ }],
  [
    'segments',
    {
      names: [
        /(?:segments|segment[_.-]?count|sms[_.-]?count|message[_.-]?count|number[_.-]?of[_.-]?(?:parts|segments)|num[_.-]?(?:parts|segments)|parts)$/,
      ],
      value: /^\d{1,3}$/,
    },
  ],
  ['carrier', { names: [/(?:carrier|operator|network)(?:[_.-]?name)?$/], value: /\D/ }],
  ['route', { names: [/(?:^|[_.-])(?:route|smsc|gateway|smsc[_.-]?id)$/] }],
]

export interface FieldGuess {
  field: MappingField
  source: MappingSource
  value: string
}

/** For each field the candidate whose name and value fit best; each candidate serves one field. Pure. */
export function guessFields(candidates: readonly Candidate[], taken: readonly MappingField[] = []): FieldGuess[] {
  const used = new Set<Candidate>()
  return TRAITS.filter(([field]) => !taken.includes(field)).flatMap(([field, trait]) => {
    const best = bestOf(
      candidates.filter((candidate) => !used.has(candidate)),
      trait,
    )
    if (!best) return []
    used.add(best)
    return [{ field, source: best.source, value: best.value }]
  })
}

function bestOf(candidates: readonly Candidate[], { names, value }: Trait): Candidate | undefined {
  const fitting = candidates.filter((candidate) => candidate.value !== '' && (value?.test(candidate.value) ?? true))
  for (const name of names) {
    const found = fitting.find((candidate) => name.test(candidate.path))
    if (found) return found
  }
  return undefined
}
