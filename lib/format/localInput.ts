import { firstInstantOf, wallClock } from '@/lib/metrics/zonedTime'

/** A moment as the value of `<input type="datetime-local">`, in the business time zone: "2026-11-24T14:15". */
export function toLocalInput(at: Date, timeZone: string): string {
  return wallClock(at.getTime(), timeZone).toISOString().slice(0, 16)
}

/** The first moment that such a value means in the business time zone; null when it is incomplete. */
export function fromLocalInput(text: string, timeZone: string): Date | null {
  const wall = Date.parse(`${text}:00.000Z`)
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) && !Number.isNaN(wall)
    ? new Date(firstInstantOf(wall, timeZone))
    : null
}
