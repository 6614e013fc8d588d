/** What becomes of stored messages after a change. */
export function jobWords(job: number | null): string {
  if (job === null) return 'Stored messages stay as they are.'
  return `Stored messages are judged again by the running server, or the next that starts (job ${job}).`
}
