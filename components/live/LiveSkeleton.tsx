import { Skeleton } from '@/components/ui/Skeleton'

/** The overview while its first figures load: the same places, so that nothing jumps. */
export function LiveSkeleton() {
  return (
    <div role="status" aria-label="Loading the overview">
      <Skeleton className="mt-4 h-8 w-[min(520px,90%)]" />
      <Skeleton className="mt-3 mb-6 h-4 w-[min(380px,70%)]" />
      <Skeleton className="h-[34px] rounded-[7px]" />
      <Skeleton className="mt-4 mb-5 h-[60px]" />
      <Skeleton className="mb-4 h-[324px] rounded-lg" />
      <Skeleton className="h-[280px] rounded-lg" />
    </div>
  )
}
