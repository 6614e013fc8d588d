'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Card } from '@/components/ui/Card'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { Skeleton } from '@/components/ui/Skeleton'
import { diagnosisOptions } from '@/lib/client/diagnosisOptions'
import { Finding } from './Finding'
import { RegisteredUrl } from './RegisteredUrl'

/**
 * Why a callback was refused and what would make it verify. Kept on the screen after the remedy was applied, so that its
 * result can be read.
 */
export function Doctor({ callbackId, waits }: { callbackId: string; waits: boolean }) {
  const [registeredUrl, setRegisteredUrl] = useState<string>()
  const [wasOpen] = useState(waits)
  const { data, error, isPending, refetch } = useQuery({
    ...diagnosisOptions(callbackId, registeredUrl),
    enabled: wasOpen,
  })
  if (!wasOpen) return null
  return (
    <div id="doctor" className="scroll-mt-4">
      <Card title="Why was it refused?" note="tries what usually goes wrong; changes nothing by itself">
        <ProblemNotice error={error} onRetry={() => void refetch()} />
        {isPending && !error && <Skeleton className="h-16 w-full" />}
        {data && <Finding callbackId={callbackId} registeredUrl={registeredUrl} diagnosis={data} />}
        {data && !data.remedy && !data.verifies && !data.rightful && (
          <RegisteredUrl tried={registeredUrl} onTry={setRegisteredUrl} />
        )}
      </Card>
    </div>
  )
}
