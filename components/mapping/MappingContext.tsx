'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { ConnectionMapping, MappingPreview } from '@/lib/contracts/mappingApi'
import type { MappingField } from '@/lib/contracts/mappingSource'
import type { EditedMapping } from './useMappingDraft'

/** What a click on a value of a sample is used as. */
export type Target = MappingField | 'ignore'

export interface Mapping extends EditedMapping {
  mapping: ConnectionMapping
  preview: MappingPreview | undefined
  target: Target
  setTarget: (target: Target) => void
  /** What is wrong with a field of the mapping, by its path; undefined for nothing. */
  problemOf: (field: string) => string | undefined
  /** The same for it or anything below it. */
  problemWithin: (field: string) => string | undefined
  /** Why this was guessed from a sample; undefined where it was not. */
  guessOf: (field: string) => string | undefined
}

const Context = createContext<Mapping | null>(null)

/** The mapping under work, for every part of the editor. */
export function MappingProvider({ value, children }: { value: Mapping; children: ReactNode }) {
  return <Context.Provider value={value}>{children}</Context.Provider>
}

/** Throws outside of the editor. */
export function useMapping(): Mapping {
  const mapping = useContext(Context)
  if (!mapping) throw new Error('useMapping is for the mapping editor.')
  return mapping
}
