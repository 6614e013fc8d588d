'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import type { NewCode } from '@/lib/contracts/codes'
import { plural } from '@/lib/format/number'
import { NewCodeItem } from './NewCodeItem'
import type { OverrideWish } from './OverrideDialog'

const SHOWN = 8

interface NewCodesProps {
  codes: readonly NewCode[]
  now: Date
  onSay: (wish: OverrideWish) => void
}

/** The inbox of words and codes that nobody knows. Nothing while there are none. */
export function NewCodes({ codes, now, onSay }: NewCodesProps) {
  const [all, setAll] = useState(false)
  const open = codes.filter(({ dismissed }) => dismissed === null)
  const aside = codes.length - open.length
  const shown = all ? codes : open.slice(0, SHOWN)
  if (codes.length === 0) return null
  return (
    <Card
      title="New codes seen"
      note={open.length === 0 ? 'none is open' : `${plural(open.length, 'code')} that nobody knows`}
      action={
        (aside > 0 || open.length > SHOWN) && (
          <Button size="small" variant="quiet" aria-pressed={all} onClick={() => setAll(!all)}>
            {all ? 'Only the newest' : `Show all ${codes.length}`}
          </Button>
        )
      }
      flush
      className="mb-4"
    >
      <ul>
        {shown.map((code) => (
          <NewCodeItem key={`${code.connection.id} ${code.kind} ${code.code}`} code={code} now={now} onSay={onSay} />
        ))}
      </ul>
    </Card>
  )
}
