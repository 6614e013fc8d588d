/** Text as it came, which scrolls within itself: also by keyboard, so it takes the focus. */
export function RawText({ text, label }: { text: string; label: string }) {
  return (
    <pre
      tabIndex={0}
      role="region"
      aria-label={label}
      className="max-h-[480px] overflow-auto rounded-sm bg-sunken px-3 py-2.5 font-mono text-[12.5px] leading-5 break-all whitespace-pre-wrap"
    >
      {text}
    </pre>
  )
}
