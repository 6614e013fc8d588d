import type { CodeDictionary, CodeEntry, CodeKind } from '@/lib/contracts/codes'
import { failureClassFor } from '@/lib/providers/failureClassFor'
import type { Adapter, ErrorEntry, StatusEntry } from '@/lib/providers/types'
import { meaningOf } from './meaningOf'
import { type StoredOverride, toCodeOverride } from './overrideRow'
import { STATUS_SENTENCES } from './statusSentences'
import { type Reason, stepsFor } from './stepsFor'
import type { Steps } from './stepTexts'

/** Somebody whose words and codes the dictionary holds. */
export interface Source {
  reader: Pick<Adapter, 'id' | 'name' | 'statuses' | 'errors'>
  /** The connection whose own mapping it is; null for an adapter. */
  connection: { id: string; name: string; number: number } | null
}

/** Every word and code of every source under the overrides in force, each kind of next step once. Pure. */
export function buildDictionary(sources: readonly Source[], overrides: readonly StoredOverride[]): CodeDictionary {
  const book = new Book()
  for (const source of sources) {
    const own = overrides.filter((override) => isOf(override, source))
    for (const entry of source.reader.statuses)
      book.addStatus(source, entry.word, entry, wholeOf(own, 'status', entry.word))
    for (const entry of source.reader.errors)
      book.addError(source, entry.code, entry, wholeOf(own, 'error', entry.code))
    for (const override of own) book.addOverride(source, override)
  }
  const providers = new Map(sources.map(({ reader }) => [reader.id, reader.name]))
  return {
    providers: [...providers].map(([id, name]) => ({ id, name: id === 'custom' ? 'Own mappings' : name })),
    steps: Object.fromEntries(book.steps),
    items: book.items,
  }
}

function isOf(override: StoredOverride, { reader, connection }: Source): boolean {
  if (override.adapter !== reader.id) return false
  return connection === null || override.connectionId === connection.number
}

/** The override that replaces the entry itself: that of one connection of an adapter is a line of its own. */
function wholeOf(own: readonly StoredOverride[], kind: CodeKind, code: string): StoredOverride | undefined {
  return own.find(
    (each) => each.kind === kind && each.code === code && (each.connectionId === 0 || each.adapter === 'custom'),
  )
}

class Book {
  readonly items: CodeEntry[] = []
  readonly steps = new Map<string, Steps>()
  private readonly shown = new Set<StoredOverride>()

  addStatus(source: Source, word: string, entry: StatusEntry | undefined, override: StoredOverride | undefined): void {
    const status = override?.status ?? entry?.status ?? null
    const failureClass = override?.failureClass ?? null
    const reason = failureClass && meaningOf(failureClass, undefined, override)
    this.add(source, 'status', word, override, {
      status,
      failureClass,
      permanent: override?.permanent ?? null,
      name: null,
      plain: override?.plain ?? (status && STATUS_SENTENCES[status]),
      note: entry?.note ?? null,
      nextStep: override?.nextStep ?? null,
      steps: reason && this.stepsKey(reason),
    })
  }

  addError(source: Source, code: string, entry: ErrorEntry | undefined, override: StoredOverride | undefined): void {
    const failureClass = classOf(entry, override)
    const meaning = failureClass && meaningOf(failureClass, entry, override)
    this.add(source, 'error', code, override, {
      status: override?.status ?? null,
      failureClass,
      permanent: meaning?.permanent ?? null,
      name: entry?.name ?? null,
      plain: meaning?.plain ?? override?.plain ?? (override?.status ? STATUS_SENTENCES[override.status] : null),
      note: null,
      nextStep: meaning?.nextStep ?? null,
      steps: meaning && this.stepsKey(meaning),
    })
  }

  /** One that no line of the source shows yet: of a single connection, or of a word that the source does not have. */
  addOverride(source: Source, override: StoredOverride): void {
    if (this.shown.has(override)) return
    const { kind, code } = override
    if (kind === 'status') {
      const entry = source.reader.statuses.find(({ word }) => word === code)
      this.addStatus(source, code, entry, override)
    } else {
      const entry = source.reader.errors.find((each) => each.code === code)
      this.addError(source, code, entry, override)
    }
  }

  private add(
    { reader, connection }: Source,
    kind: CodeKind,
    code: string,
    override: StoredOverride | undefined,
    rest: Omit<CodeEntry, 'adapter' | 'connection' | 'kind' | 'code' | 'override'>,
  ): void {
    if (override) this.shown.add(override)
    const said = override ? toCodeOverride(override) : null
    const own = connection && { id: connection.id, name: connection.name }
    this.items.push({
      adapter: reader.id,
      connection: own ?? said?.connection ?? null,
      kind,
      code,
      ...rest,
      override: said,
    })
  }

  private stepsKey(reason: Reason): string {
    const key = [reason.failureClass, reason.permanent ?? 'unsure', reason.nextStep ?? ''].join('|')
    if (!this.steps.has(key)) this.steps.set(key, stepsFor(reason))
    return key
  }
}

/** A code that is said to mean a success has no reason any more. */
function classOf(entry: ErrorEntry | undefined, override: StoredOverride | undefined) {
  const said = override?.failureClass ?? entry?.failureClass ?? null
  if (!override?.status) return said
  return failureClassFor(override.status, undefined) === null ? null : (said ?? 'unknown')
}
