'use client'

import Link from 'next/link'
import { cn } from '@/components/ui/cn'
import { StateMark } from '@/components/ui/StateMark'
import { Time } from '@/components/ui/Time'
import type { FeedItem } from '@/lib/contracts/message'
import { stateOf } from '@/lib/status/state'
import { feedWords } from './feedWords'

/** One receipt; the whole row leads to its message. */
export function FeedRow({ item, arriving }: { item: FeedItem; arriving: boolean }) {
  return (
    <tr className={cn('h-[34px]', arriving && 'animate-arrive')}>
      <td className="py-1!">
        <Time at={item.receivedAt} precision="tenth" className="font-mono text-[12.5px] text-ink-3 max-md:hidden" />
        <Time at={item.receivedAt} className="font-mono text-[12.5px] text-ink-3 md:hidden" />
      </td>
      <td className="truncate py-1!">
        <Link data-row href={`/messages/${encodeURIComponent(item.messageId)}`} prefetch={false}>
          <StateMark state={stateOf(item.status)}>
            <span className="truncate">{feedWords(item)}</span>
          </StateMark>
        </Link>
      </td>
      <td className="py-1! font-mono text-[12.5px] whitespace-nowrap max-md:pr-4! max-md:text-right">
        {item.recipient ?? <span className="text-ink-3">number not given</span>}
      </td>
      <td className="wide truncate py-1!">{item.carrier ?? <span className="text-ink-3">unknown carrier</span>}</td>
      <td className="wide truncate py-1! text-right text-ink-3">via {item.connection}</td>
    </tr>
  )
}
