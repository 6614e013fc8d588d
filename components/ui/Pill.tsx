import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from './cn'

const pill = cva('inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-full px-2 text-xs font-medium', {
  variants: {
    tone: {
      neutral: 'bg-pending-wash text-ink-2',
      delivered: 'bg-delivered-wash text-delivered',
      failed: 'bg-failed-wash text-failed',
      unconfirmed: 'bg-unconfirmed-wash text-unconfirmed',
      warn: 'bg-warn-wash text-warn',
    },
  },
  defaultVariants: { tone: 'neutral' },
})

/** A short word with a tone, beside something: "sample", "paused", "2 more". */
export function Pill({ tone, className, ...props }: ComponentProps<'span'> & VariantProps<typeof pill>) {
  return <span className={cn(pill({ tone }), className)} {...props} />
}
