import type { CodeDictionary, CodeEntry } from '@/lib/contracts/codes'
import { FAILURE_LABELS } from '@/lib/status/failureClass'
import { printResult } from '../printResult'
import { UsageProblem } from '../UsageProblem'
import { withDatabase } from '../withDatabase'
import { openDictionary } from './openDictionary'

/** `landed codes explain` */
export async function explainCode(adapter: string, code: string, options: { json?: boolean }): Promise<void> {
  const dictionary = await withDatabase(openDictionary)
  const found = dictionary.items.filter((entry) => entry.adapter === adapter && entry.code === code)
  if (found.length === 0)
    throw new UsageProblem(
      `Nobody knows "${code}" of "${adapter}". "landed codes list --provider ${adapter}" lists all.`,
    )
  const items = found.map((entry) => ({ ...entry, steps: stepsOf(dictionary, entry) }))
  printResult(options.json, { items }, found.map((entry) => describe(dictionary, entry)).join('\n\n'))
}

function stepsOf({ steps }: CodeDictionary, entry: CodeEntry) {
  return entry.steps === null ? null : (steps[entry.steps] ?? null)
}

function describe(dictionary: CodeDictionary, entry: CodeEntry): string {
  const { kind, code, status, failureClass, name, plain, override } = entry
  const steps = stepsOf(dictionary, entry)
  const lines = [
    `${kind === 'status' ? 'Status word' : 'Error code'} ${code}${name ? `, “${name}”` : ''}`,
    [status, failureClass && FAILURE_LABELS[failureClass]].filter(Boolean).join(', '),
    plain,
    steps && `Support:     ${steps.support}`,
    steps && `Marketing:   ${steps.marketing}`,
    steps && `Engineering: ${steps.engineering}`,
    override && `Said here by ${override.author} on ${override.createdAt.slice(0, 10)} (override ${override.id}).`,
  ]
  return lines.filter(Boolean).join('\n')
}
