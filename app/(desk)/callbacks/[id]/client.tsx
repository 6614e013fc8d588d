'use client'

import { useQuery } from '@tanstack/react-query'
import { CallbackBody } from '@/components/callbacks/CallbackBody'
import { CallbackFacts } from '@/components/callbacks/CallbackFacts'
import { callbackHeadline } from '@/components/callbacks/callbackHeadline'
import { decodeQuery } from '@/components/callbacks/decodeBody'
import { Doctor } from '@/components/callbacks/Doctor'
import { FieldTable } from '@/components/callbacks/FieldTable'
import { QuarantineEntries } from '@/components/callbacks/QuarantineEntries'
import { ReplayButton } from '@/components/callbacks/ReplayButton'
import { ReplayResultNotice } from '@/components/callbacks/ReplayResultNotice'
import { useReplay } from '@/components/callbacks/useReplay'
import { Screen } from '@/components/shell/Screen'
import { BackLink } from '@/components/ui/BackLink'
import { Card } from '@/components/ui/Card'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { Sentence } from '@/components/ui/Sentence'
import { Skeleton } from '@/components/ui/Skeleton'
import { callbackOptions } from '@/lib/client/callbackOptions'
import type { CallbackDetail } from '@/lib/contracts/callback'

/** One callback exactly as it came, with what became of it and why. */
export function CallbackClient({ id }: { id: string }) {
  const { data: callback, error, refetch } = useQuery(callbackOptions(id))
  return (
    <Screen>
      <BackLink href="/callbacks">Callbacks</BackLink>
      <ProblemNotice error={error} onRetry={() => void refetch()} className="mt-3" />
      {callback ? <Callback callback={callback} /> : !error && <Skeleton className="mt-6 h-64 w-full" />}
    </Screen>
  )
}

function Callback({ callback }: { callback: CallbackDetail }) {
  const replay = useReplay()
  const waits = callback.quarantine.some((entry) => entry.resolvedAt === null)
  const query = decodeQuery(callback.target)
  const headers = Object.entries(callback.headers).map(([name, value]) => ({ name, value }))
  return (
    <>
      <Sentence
        parts={callbackHeadline(callback)}
        sub={
          <code className="font-mono text-[12.5px] break-all">
            {callback.method} {callback.target}
          </code>
        }
      />
      <ProblemNotice error={replay.error} className="mb-3" />
      {replay.data && <ReplayResultNotice result={replay.data} onClose={replay.reset} />}
      {waits && (
        <div className="mb-4">
          <ReplayButton
            // The doctor below has the better button where nobody proved who sent it.
            variant={callback.quarantine.some((entry) => !entry.authentic) ? 'plain' : 'primary'}
            count={1}
            label="Replay"
            progress={replay.progress}
            onReplay={() => replay.mutate([callback.id])}
          />
        </div>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="grid min-w-0 gap-4">
          <QuarantineEntries entries={callback.quarantine} />
          {callback.connection && callback.quarantine.some((entry) => !entry.authentic) && (
            <Doctor
              callbackId={callback.id}
              waits={callback.quarantine.some((entry) => !entry.authentic && entry.resolvedAt === null)}
            />
          )}
          <CallbackBody
            body={callback.body}
            bodyBytes={callback.bodyBytes}
            contentType={callback.headers['content-type']}
          />
          {query.length > 0 && (
            <Card title="Query" note="secrets are shown as •••">
              <FieldTable fields={query} label="Query parameters" />
            </Card>
          )}
          <Card title="Headers" note="secrets are shown as •••">
            <FieldTable fields={headers} label="Headers" />
          </Card>
        </div>
        <CallbackFacts callback={callback} />
      </div>
    </>
  )
}
