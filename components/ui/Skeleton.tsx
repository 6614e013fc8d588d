import { cn } from './cn'

/** Holds the place of something that is loading, in its size, so that nothing jumps when it comes. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn('block animate-breathe rounded-[4px] bg-line/70', className)} />
}
