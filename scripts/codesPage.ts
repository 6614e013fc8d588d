import { meaningOf } from '@/lib/dictionary/meaningOf'
import { nextStepSentence } from '@/lib/dictionary/nextStepSentence'
import { STATUS_SENTENCES } from '@/lib/dictionary/statusSentences'
import { ADAPTERS } from '@/lib/providers/registry'
import type { Adapter, ErrorEntry, StatusEntry } from '@/lib/providers/types'
import { FAILURE_LABELS } from '@/lib/status/failureClass'

const HEAD = `# Codes

Every status word and error code that Landed knows, by provider: what it becomes, whether sending again can work, what it
means, and the provider's advice. Written by \`npm run generate\` out of the adapters; do not edit. On the screen Codes each
has its next step for support, marketing and engineering, and can be said to mean something else.
`

/** The text of docs/codes.md. Pure. */
export function codesPage(): string {
  return [HEAD, ...Object.values(ADAPTERS).map(providerSection)].join('\n')
}

function providerSection({ id, name, statuses, errors }: Adapter): string {
  const words = table(['Word', 'Status', 'What it says'], statuses.map(statusCells))
  const codes = table(['Code', 'Reason', 'Passes', 'Name and meaning', 'Next step'], errors.map(errorCells))
  const parts = [`## ${name} (\`${id}\`)`, words, errors.length > 0 ? codes : 'It has no error codes of its own.']
  return `${parts.join('\n\n')}\n`
}

function statusCells({ word, status, note }: StatusEntry): string[] {
  return [code(word), status, note ? `${STATUS_SENTENCES[status]} ${note}` : STATUS_SENTENCES[status]]
}

function errorCells(entry: ErrorEntry): string[] {
  const { plain } = meaningOf(entry.failureClass, entry, undefined)
  const meaning = plain.startsWith(entry.name) ? plain : `${entry.name}. ${plain}`
  return [
    code(entry.code),
    FAILURE_LABELS[entry.failureClass],
    entry.permanent === null ? 'not known' : entry.permanent ? 'no' : 'perhaps',
    meaning,
    nextStepSentence(entry.nextStep) ?? '',
  ]
}

function table(head: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function code(text: string): string {
  return text.includes('`') ? text : `\`${text}\``
}

/** A bar would end the cell, a line break the table. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim()
}
