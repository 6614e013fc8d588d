'use client'

import { ArrowUp } from 'lucide-react'
import { formatCount } from '@/lib/format/number'
import { Button } from './Button'

/** Says how many rows have come since the list was drawn, and shows them when asked. Rows never push themselves in. */
export function NewRows({ count, atLeast, onShow }: { count: number; atLeast: boolean; onShow: () => void }) {
  return (
    <div className="pointer-events-none sticky top-5 z-20 flex h-0 justify-center">
      {/* Said once, not at every further row: the number is on the button. */}
      <span role="status" className="sr-only">
        {count > 0 && 'New rows have arrived.'}
      </span>
      {count > 0 && (
        <Button
          variant="primary"
          size="small"
          className="pointer-events-auto -mt-3.5 animate-appear rounded-full px-3"
          onClick={onShow}
        >
          <ArrowUp size={14} aria-hidden />
          {atLeast ? `More than ${formatCount(count)}` : formatCount(count)} new – show
        </Button>
      )}
    </div>
  )
}
