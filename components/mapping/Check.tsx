import type { ReactNode } from 'react'

/** A box to tick, with its words. */
export function Check({
  checked,
  onCheck,
  children,
}: {
  checked: boolean
  onCheck: (checked: boolean) => void
  children: ReactNode
}) {
  return (
    <label className="flex w-fit items-center gap-2">
      <input
        type="checkbox"
        className="size-4 accent-accent"
        checked={checked}
        onChange={(event) => onCheck(event.target.checked)}
      />
      {children}
    </label>
  )
}
