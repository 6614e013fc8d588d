'use client'

import { Dialog } from '@/components/ui/Dialog'
import type { Connection, ProviderList } from '@/lib/contracts/connection'
import { providerOf } from '../providerOf'
import { CorrectForm } from './CorrectForm'
import { RemoveQuestion } from './RemoveQuestion'
import { RenameForm } from './RenameForm'
import { RotateSteps } from './RotateSteps'

/** What is being done to which connection. */
export interface CareDialog {
  kind: 'rotate' | 'correct' | 'rename' | 'remove'
  connection: Connection
}

interface CareDialogsProps {
  /** null: closed. */
  dialog: CareDialog | null
  providers: ProviderList['items']
  onClose: () => void
  onRemoved?: () => void
}

const TITLES: Record<CareDialog['kind'], (name: string) => string> = {
  rotate: (name) => `New secrets for “${name}”`,
  correct: (name) => `Settings of “${name}”`,
  rename: (name) => `Rename “${name}”`,
  remove: (name) => `Remove “${name}”?`,
}

/** The dialogs that change a connection, one at a time. */
export function CareDialogs({ dialog, providers, onClose, onRemoved }: CareDialogsProps) {
  return (
    <Dialog
      open={dialog !== null}
      onOpenChange={(open) => !open && onClose()}
      title={dialog ? TITLES[dialog.kind](dialog.connection.name) : ''}
    >
      {dialog && (
        <Content key={`${dialog.kind} ${dialog.connection.id}`} {...{ dialog, providers, onClose, onRemoved }} />
      )}
    </Dialog>
  )
}

function Content({
  dialog: { kind, connection },
  providers,
  onClose,
  onRemoved,
}: Omit<CareDialogsProps, 'dialog' | 'onRemoved'> & { dialog: CareDialog; onRemoved: (() => void) | undefined }) {
  const provider = providerOf(connection, providers)
  if (kind === 'rename') return <RenameForm connection={connection} onClose={onClose} />
  if (kind === 'remove') return <RemoveQuestion connection={connection} onClose={onClose} onRemoved={onRemoved} />
  if (!provider) return <p>What secrets it has is not known here: reload the page.</p>
  if (kind === 'correct') return <CorrectForm connection={connection} provider={provider} onClose={onClose} />
  return <RotateSteps connection={connection} provider={provider} onClose={onClose} />
}
