'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { refreshConnections } from '@/lib/client/refreshConnections'
import { undoRepair } from '@/lib/client/undoRepair'
import type { Connection } from '@/lib/contracts/connection'
import { repairWords } from './repairWords'

/** What is undone before callbacks are verified, each with a way back. Nothing where nothing is. */
export function RepairsCard({ connection }: { connection: Connection }) {
  const queryClient = useQueryClient()
  const undoing = useMutation({
    mutationFn: (kind: string) => undoRepair(connection.id, kind),
    onSettled: () => refreshConnections(queryClient),
  })
  if (connection.repairs.length === 0) return null
  return (
    <Card title="Repairs in force" note="undone before a callback is verified">
      <ul className="grid gap-2">
        {connection.repairs.map((repair) => (
          <li key={JSON.stringify(repair)} className="flex items-start gap-3">
            <span className="min-w-0 flex-1">{repairWords(repair)}</span>
            <Button
              size="small"
              busy={undoing.isPending && undoing.variables === repair.kind}
              onClick={() => undoing.mutate(repair.kind)}
              aria-label={`Undo: ${repairWords(repair)}`}
            >
              Undo
            </Button>
          </li>
        ))}
      </ul>
      <ProblemNotice error={undoing.error} className="mt-2" />
    </Card>
  )
}
