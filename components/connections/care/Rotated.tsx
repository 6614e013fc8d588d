'use client'

import { Button } from '@/components/ui/Button'
import { CopyField } from '@/components/ui/CopyField'
import { Time } from '@/components/ui/Time'
import type { ConnectionRotated } from '@/lib/contracts/changeConnection'
import type { ProviderList } from '@/lib/contracts/connection'
import { SecretsOnce } from '../SecretsOnce'

interface RotatedProps {
  rotated: ConnectionRotated
  provider: ProviderList['items'][number]
  onClose: () => void
}

/** After a rotation: what is new, what to paste where, and until when the old works. */
export function Rotated({ rotated, provider, onClose }: RotatedProps) {
  const { rotation, urlChanged, urlToPaste, generatedSecrets } = rotated
  return (
    <div className="grid gap-4">
      <p role="status">
        The new secrets are in force.{' '}
        {rotation ? (
          <>
            The old ones are accepted until <Time at={rotation.until} precision="full" className="whitespace-normal" />.
          </>
        ) : (
          'The old ones are not accepted any more.'
        )}
      </p>
      <ul className="grid gap-4">
        {urlChanged && (
          <li className="grid gap-1.5">
            <h3 className="font-semibold">Paste this URL in place of the old one</h3>
            <CopyField label="new callback URL" value={urlToPaste} />
            <p className="text-sm text-ink-2">{rotated.setup}</p>
          </li>
        )}
        <SecretsOnce secrets={generatedSecrets} fields={provider.secrets} url={urlToPaste} />
      </ul>
      <div className="flex justify-end">
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      </div>
    </div>
  )
}
