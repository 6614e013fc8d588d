/** The first thing a keyboard meets: past the navigation, straight to the content. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed top-2 left-2 z-50 -translate-y-20 rounded-sm bg-accent px-3 py-2 font-medium text-accent-ink focus:translate-y-0"
    >
      Skip to content
    </a>
  )
}
