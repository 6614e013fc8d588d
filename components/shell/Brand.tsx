import Link from 'next/link'

/** The mark and the name; leads home. */
export function Brand() {
  return (
    <Link href="/" className="flex items-center gap-2.5 text-lg font-semibold tracking-tight">
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden>
        <rect width="20" height="20" rx="6" className="fill-accent" />
        <rect x="8" y="4" width="4" height="7" rx="2" className="fill-accent-ink" />
        <rect x="5" y="13" width="10" height="2.2" rx="1.1" className="fill-accent-ink" />
      </svg>
      Landed
    </Link>
  )
}
