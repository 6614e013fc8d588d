'use client'

import { ProblemError } from '@/lib/client/ProblemError'
import { Button } from './Button'
import { cn } from './cn'

/** An error in the words of the problem, field by field, with a way to try again. `error` null shows nothing. */
export function ProblemNotice({
  error,
  onRetry,
  className,
}: {
  error: Error | null
  onRetry?: () => void
  className?: string
}) {
  if (!error) return null
  const problem = error instanceof ProblemError ? error.problem : undefined
  return (
    <div role="alert" className={cn('flex items-start gap-3 rounded-sm bg-failed-wash px-3 py-2.5', className)}>
      <div className="min-w-0 flex-1">
        <p className="font-semibold text-failed">{problem?.title ?? 'Something went wrong'}</p>
        <p>{error.message}</p>
        {problem?.errors && (
          <ul className="mt-1 list-disc pl-4 text-sm">
            {problem.errors.map((each) => (
              <li key={`${each.field} ${each.message}`}>
                <span className="font-mono">{each.field}</span> {each.message}
              </li>
            ))}
          </ul>
        )}
      </div>
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  )
}
