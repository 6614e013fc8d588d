'use client'

import { X } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/Button'
import type { ReplayResult } from '@/lib/contracts/callback'
import { quarantineMeaning } from './quarantineMeaning'
import { replayWords } from './replayWords'

const SHOWN = 5

/** What a replay achieved, and for the first of those that stay: why. */
export function ReplayResultNotice({ result, onClose }: { result: ReplayResult; onClose: () => void }) {
  const stays = result.stillQuarantined
  return (
    <div role="status" className="mb-3 flex items-start gap-3 rounded-sm bg-accent-wash px-3 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="font-medium">{replayWords(result)}</p>
        {stays.length > 0 && (
          <ul className="mt-1 grid gap-0.5 text-sm text-ink-2">
            {stays.slice(0, SHOWN).map((entry) => (
              <li key={`${entry.id} ${entry.code} ${entry.reason}`}>
                <Link className="link" href={`/callbacks/${entry.id}`}>
                  {quarantineMeaning(entry.code).label}
                </Link>
                : {entry.reason}
              </li>
            ))}
            {stays.length > SHOWN && <li>and {stays.length - SHOWN} more, below.</li>}
          </ul>
        )}
      </div>
      <Button variant="quiet" size="icon" aria-label="Close this notice" onClick={onClose}>
        <X size={15} aria-hidden />
      </Button>
    </div>
  )
}
