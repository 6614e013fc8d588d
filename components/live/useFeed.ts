'use client'

import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useReducer } from 'react'
import { FEED_LENGTH, feedOptions } from '@/lib/client/feedOptions'
import { useLiveChange } from '@/lib/client/LiveProvider'
import type { LiveChange } from '@/lib/contracts/live'
import { EMPTY_FEED, type FeedEvent, type FeedState, feedState } from './feedState'
import { mergeFeed } from './mergeFeed'

const reduce = (state: FeedState, event: FeedEvent) => feedState(state, event, FEED_LENGTH)

/** The newest receipts. While held, those on screen stay and the newer ones are only counted. */
export function useFeed() {
  const query = useQuery(feedOptions())
  const [state, dispatch] = useReducer(reduce, EMPTY_FEED)
  useLiveChange(useCallback((change: LiveChange) => dispatch({ type: 'change', change }), []))
  const asked = query.data?.items
  const current = useMemo(() => mergeFeed(state.pushed, asked ?? [], FEED_LENGTH), [state.pushed, asked])
  return {
    query,
    items: state.frozen ?? current,
    waiting: state.waiting,
    hold: () => dispatch({ type: 'hold', shown: current }),
    catchUp: () => dispatch({ type: 'catchUp', current }),
    letGo: () => dispatch({ type: 'letGo' }),
  }
}
