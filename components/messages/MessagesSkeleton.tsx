import { Skeleton } from '@/components/ui/Skeleton'

/** Rows in the size of the real ones, while the first page is on its way. */
export function MessagesSkeleton() {
  return (
    <div role="status" aria-label="Loading messages">
      {Array.from({ length: 12 }, (_, index) => (
        <div key={index} className="flex h-10 items-center gap-6 border-b border-line px-4 max-md:h-14">
          <Skeleton className="h-3.5 w-14" />
          <Skeleton className="h-3.5 w-44" />
          <Skeleton className="h-3.5 w-32 max-md:hidden" />
          <Skeleton className="h-3.5 w-24 max-md:hidden" />
        </div>
      ))}
    </div>
  )
}
