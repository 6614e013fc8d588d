import type { LiveChange } from '@/lib/contracts/live'
import type { FeedItem } from '@/lib/contracts/message'
import { feedKey } from './feedWords'
import { mergeFeed } from './mergeFeed'

export interface FeedState {
  /** Told by the live stream since the page was opened, newest first. */
  pushed: readonly FeedItem[]
  /** What stays on screen while somebody reads; null: nobody does. */
  frozen: readonly FeedItem[] | null
  /** Receipts that arrived since then. */
  waiting: number
}

export type FeedEvent =
  | { type: 'change'; change: LiveChange }
  /** Somebody reads: what is shown now stays. */
  | { type: 'hold'; shown: readonly FeedItem[] }
  /** The reader asked for what waited, and goes on reading. */
  | { type: 'catchUp'; current: readonly FeedItem[] }
  | { type: 'letGo' }

export const EMPTY_FEED: FeedState = { pushed: [], frozen: null, waiting: 0 }

/** What the feed shows and what it keeps back, after `event`. Pure. */
export function feedState(state: FeedState, event: FeedEvent, most: number): FeedState {
  switch (event.type) {
    case 'change':
      return {
        ...state,
        pushed: mergeFeed(event.change.newest, state.pushed, most),
        waiting: state.frozen ? state.waiting + event.change.receipts : 0,
      }
    case 'hold':
      return state.frozen ? state : { ...state, frozen: event.shown, waiting: 0 }
    case 'catchUp':
      return { ...state, frozen: event.current, waiting: 0 }
    case 'letGo':
      return { ...state, frozen: null, waiting: 0 }
  }
}

/** More new rows than this at once do not slide in: it would flicker. */
const CALM_ROWS = 4

/** Which rows of `items` slide in, after `before` was shown. None at first, none in a flood. */
export function arrivingKeys(items: readonly FeedItem[], before: readonly FeedItem[]): ReadonlySet<string> {
  const known = new Set(before.map(feedKey))
  const fresh = items.map(feedKey).filter((key) => !known.has(key))
  return new Set(before.length === 0 || fresh.length > CALM_ROWS ? [] : fresh)
}
