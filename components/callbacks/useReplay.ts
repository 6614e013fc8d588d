'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { LIVE_KEY } from '@/lib/client/refreshLiveQueries'
import { replayCallbacks } from '@/lib/client/replayCallbacks'
import { replayOpen } from '@/lib/client/replayOpen'
import type { ReplayResult, ReplayStep } from '@/lib/contracts/callback'
import { mergeReplayResults } from './mergeReplayResults'

/** So many at a time, so that the person sees it move. */
const STEP = 50

export interface ReplayProgress {
  done: number
  /** null: all that wait, however many these are. */
  total: number | null
}

/** Replays chosen callbacks step by step, or all that wait (no ids), and refreshes every list of callbacks after it. */
export function useReplay() {
  const queryClient = useQueryClient()
  const [progress, setProgress] = useState<ReplayProgress | null>(null)
  const mutation = useMutation({
    mutationFn: (ids: readonly string[] | null) => (ids ? inSteps(ids, setProgress) : everything(setProgress)),
    onSettled: async () => {
      setProgress(null)
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['callbacks'] }),
        queryClient.invalidateQueries({ queryKey: [LIVE_KEY] }),
      ])
    },
  })
  return { ...mutation, progress }
}

async function inSteps(ids: readonly string[], tell: (progress: ReplayProgress) => void): Promise<ReplayResult> {
  const results: ReplayResult[] = []
  for (let done = 0; done < ids.length; done += STEP) {
    tell({ done, total: ids.length })
    results.push(await replayCallbacks(ids.slice(done, done + STEP)))
  }
  return mergeReplayResults(results)
}

async function everything(tell: (progress: ReplayProgress) => void): Promise<ReplayResult> {
  tell({ done: 0, total: null })
  let result: ReplayResult = { replayed: 0, applied: 0, stillQuarantined: [] }
  let after: string | null = null
  do {
    const step: ReplayStep = await replayOpen(after)
    result = mergeReplayResults([result, step])
    tell({ done: result.replayed, total: result.replayed + step.remaining })
    after = step.next
  } while (after !== null)
  return result
}
