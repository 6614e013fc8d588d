import type { CodeEntry, CodeKind, NewCode } from '@/lib/contracts/codes'
import { newCodes } from '@/lib/dictionary/newCodes'
import { printResult } from '../printResult'
import { table } from '../table'
import { withDatabase } from '../withDatabase'
import { openDictionary } from './openDictionary'

interface Options {
  provider?: string
  kind?: CodeKind
  search?: string
  overridden?: boolean
  new?: boolean
  json?: boolean
}

/** `landed codes list` */
export async function listCodes(options: Options): Promise<void> {
  if (options.new) return listNew(options)
  const { items } = await withDatabase(openDictionary)
  const found = items.filter((entry) => fits(entry, options))
  printResult(options.json, { items: found }, found.length === 0 ? 'No code matches.' : describe(found))
}

async function listNew({ provider, kind, json }: Options): Promise<void> {
  const items = (await withDatabase(newCodes)).filter(
    (code) => (!provider || code.adapter === provider) && (!kind || code.kind === kind),
  )
  printResult(json, { items }, items.length === 0 ? 'No code is new.' : describeNew(items))
}

function fits(entry: CodeEntry, { provider, kind, search, overridden }: Options): boolean {
  const text = [entry.adapter, entry.code, entry.name, entry.plain, entry.failureClass, entry.status].join(' ')
  const words = (search ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return (
    (!provider || entry.adapter === provider) &&
    (!kind || entry.kind === kind) &&
    (!overridden || entry.override !== null) &&
    words.every((word) => text.toLowerCase().includes(word))
  )
}

function describe(entries: readonly CodeEntry[]): string {
  return table([
    ['PROVIDER', 'KIND', 'CODE', 'STATUS', 'REASON', 'SAID HERE', 'MEANING'],
    ...entries.map(({ adapter, kind, code, status, failureClass, override, plain }) => [
      ...[adapter, kind, code, status ?? '', failureClass ?? ''],
      override ? `${override.id}, ${override.author}` : '',
      plain ?? '',
    ]),
  ])
}

function describeNew(codes: readonly NewCode[]): string {
  return table([
    ['PROVIDER', 'CONNECTION', 'KIND', 'CODE', 'SEEN', 'LAST', 'CALLBACK'],
    ...codes.map(({ adapter, connection, kind, code, seen, lastSeenAt, callbacks }) => [
      ...[adapter, connection.name, kind, code, String(seen), lastSeenAt, callbacks.at(-1) ?? ''],
    ]),
  ])
}
