import type { CodeKind, OverrideCreate, RejudgePreview } from '@/lib/contracts/codes'
import { createOverride } from '@/lib/dictionary/createOverride'
import { previewOverride } from '@/lib/dictionary/previewOverride'
import type { FailureClass } from '@/lib/status/failureClass'
import type { Status } from '@/lib/status/status'
import { printResult } from '../printResult'
import { withDatabase } from '../withDatabase'
import { jobWords } from './jobWords'

interface Options {
  kind: CodeKind
  connection?: string
  status?: Status
  reason?: FailureClass
  permanent?: 'yes' | 'no'
  plain?: string
  nextStep?: string
  note?: string
  author: string
  preview?: boolean
  json?: boolean
}

/** `landed codes override` */
export async function overrideCode(adapter: string, code: string, options: Options): Promise<void> {
  const input = inputOf(adapter, code, options)
  if (options.preview) {
    const preview = await withDatabase(() => previewOverride(input))
    return printResult(options.json, preview, describe(preview))
  }
  const changed = await withDatabase(() => createOverride(input))
  printResult(options.json, changed, `${code} is explained (override ${changed.override.id}). ${jobWords(changed.job)}`)
}

function inputOf(adapter: string, code: string, options: Options): OverrideCreate {
  const { kind, connection, status, reason, permanent, plain, nextStep, note, author } = options
  return {
    ...{ adapter, kind, code, author },
    connection: connection ?? null,
    status: status ?? null,
    failureClass: reason ?? null,
    permanent: permanent === undefined ? null : permanent === 'yes',
    plain: plain ?? null,
    nextStep: nextStep ?? null,
    note: note ?? null,
  }
}

function describe({ exact, changes, messages, waiting }: RejudgePreview): string {
  const about = exact ? '' : 'about '
  const said = ({ status, failureClass }: (typeof changes)[number]['to']) =>
    [status, failureClass].filter(Boolean).join(', ')
  return [
    `${about}${messages} stored messages would change; ${waiting} callbacks in quarantine would be applied.`,
    ...changes.map(({ from, to, messages: count }) => `  ${about}${count}: ${said(from)} → ${said(to)}`),
  ].join('\n')
}
