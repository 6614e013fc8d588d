'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { saveMapping } from '@/lib/client/changeMapping'
import { freshSecrets } from '@/lib/client/freshSecrets'
import { mappingOptions } from '@/lib/client/mappingOptions'
import type { MappingDraft } from '@/lib/contracts/mapping'
import type { ConnectionMapping, MappingSaved } from '@/lib/contracts/mappingApi'

const QUIET_MS = 600

export type SaveState = 'saved' | 'saving' | 'unsaved'

export interface EditedMapping {
  draft: MappingDraft
  /** Secrets that were typed here; stored with the draft. */
  secrets: Record<string, string>
  /** What Landed made up when it was added or saved: shown until the page is left. */
  generated: Record<string, string>
  state: SaveState
  error: Error | null
  change: (change: (draft: MappingDraft) => MappingDraft) => void
  setSecret: (name: string, value: string) => void
  /** Resolves when everything typed is stored; rejects with why it is not. */
  flush: () => Promise<void>
  /** Takes what the server has stored (an import, a switched-on mapping). */
  adopt: (saved: ConnectionMapping) => void
}

/** The draft under work: shown at once, stored when the typing pauses, one request at a time. */
export function useMappingDraft(initial: ConnectionMapping): EditedMapping {
  const id = initial.connection.id
  const queryClient = useQueryClient()
  const [draft, setDraft] = useState(initial.draft)
  const [secrets, setSecrets] = useState<Record<string, string>>({})
  const [generated, setGenerated] = useState(() => freshSecrets(id))
  const [state, setState] = useState<SaveState>('saved')
  const [error, setError] = useState<Error | null>(null)
  const latest = useRef({ draft, secrets, version: 0 })
  const stored = useRef(0)
  const running = useRef<Promise<void> | null>(null)

  const note = useCallback(
    (saved: MappingSaved) => {
      queryClient.setQueryData(mappingOptions(id).queryKey, saved)
      setGenerated((before) => ({ ...before, ...saved.generatedSecrets }))
    },
    [id, queryClient],
  )
  const save = useCallback(async (): Promise<void> => {
    while (stored.current < latest.current.version) {
      const { draft: mapping, secrets: typed, version } = latest.current
      setState('saving')
      const given = Object.entries(typed).filter(([, value]) => value !== '')
      note(await saveMapping(id, { mapping, secrets: Object.fromEntries(given) }))
      stored.current = version
    }
    setState('saved')
    setError(null)
  }, [id, note])
  const flush = useCallback((): Promise<void> => {
    running.current ??= save()
      .catch((reason: unknown) => {
        setState('unsaved')
        setError(reason instanceof Error ? reason : new Error(String(reason)))
        throw reason
      })
      .finally(() => (running.current = null))
    return running.current
  }, [save])

  useEffect(() => {
    if (latest.current.version === stored.current) return
    // A failure is on the screen already: `flush` has put it into `error`.
    const timer = setTimeout(() => void flush().catch(() => undefined), QUIET_MS)
    return () => clearTimeout(timer)
  }, [draft, secrets, flush])
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => stored.current < latest.current.version && event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])

  const touch = (next: Partial<typeof latest.current>) => {
    latest.current = { ...latest.current, ...next, version: latest.current.version + 1 }
    setState('unsaved')
  }
  return {
    ...{ draft, secrets, generated, state, error, flush },
    change: (change) => {
      const next = change(latest.current.draft)
      touch({ draft: next })
      setDraft(next)
    },
    setSecret: (name, value) => {
      const next = { ...latest.current.secrets, [name]: value }
      touch({ secrets: next })
      setSecrets(next)
    },
    adopt: (saved) => {
      queryClient.setQueryData(mappingOptions(id).queryKey, saved)
      stored.current = latest.current.version
      latest.current = { ...latest.current, draft: saved.draft, secrets: {} }
      setDraft(saved.draft)
      setSecrets({})
      setState('saved')
      setError(null)
    },
  }
}
