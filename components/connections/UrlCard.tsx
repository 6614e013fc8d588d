import Link from 'next/link'
import { Card } from '@/components/ui/Card'
import { CopyField } from '@/components/ui/CopyField'
import type { Connection } from '@/lib/contracts/connection'
import { urlWithGaps } from '@/lib/contracts/urlToPaste'
import { MAPPED_ADAPTER } from './mappedAdapter'

/** Where the provider must call, with a gap for what is secret, and where to paste it. */
export function UrlCard({ connection }: { connection: Connection }) {
  const { url, gaps } = urlWithGaps(connection.callbackUrl, connection.urlSuffix)
  return (
    <Card title="Where the provider must call">
      <CopyField label={`callback URL of ${connection.name}`} value={url} />
      {gaps.length > 0 && (
        <p className="mt-2 text-sm text-ink-3">
          Put the secret in place of ‹{gaps.join('›, ‹')}›. It was shown once; rotate it for a new URL.
        </p>
      )}
      <p className="mt-2 max-w-[75ch] text-ink-2">{connection.setup}</p>
      {connection.adapter === MAPPED_ADAPTER && (
        <p className="mt-2">
          <Link className="link" href={`/connections/${connection.id}/mapping`}>
            How its callbacks are read
          </Link>
        </p>
      )}
    </Card>
  )
}
