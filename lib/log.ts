import { pino, stdTimeFunctions, type Logger } from 'pino'
import { maskSecrets, maskText } from '@/lib/maskSecrets'

/**
 * The logger: one JSON line per event on standard output, level from LANDED_LOG_LEVEL (info).
 * Phone numbers and secrets are masked in whatever is logged; give an error as `{ err }`.
 */
export const log: Logger = pino({
  level: process.env['LANDED_LOG_LEVEL'] || 'info',
  base: null,
  timestamp: stdTimeFunctions.isoTime,
  // The standard serializer would turn the error into an object with a stack that is not masked any more.
  serializers: { err: (error: unknown) => error },
  formatters: {
    level: (label) => ({ level: label }),
    log: (object) => maskSecrets(object) as Record<string, unknown>,
  },
  hooks: {
    logMethod(args, method) {
      const [first, ...rest] = args.map((arg: unknown) => (typeof arg === 'string' ? maskText(arg) : arg))
      const subject = first instanceof Error ? { err: first } : first
      method.apply(this, [subject, ...withMessage(subject, rest)] as never)
    },
  },
})

/** Without a message pino takes the one of the error, unmasked. */
function withMessage(subject: unknown, rest: unknown[]): unknown[] {
  if (rest.length > 0 || typeof subject !== 'object' || subject === null || !('err' in subject)) return rest
  return [subject.err instanceof Error ? maskText(subject.err.message) : 'error']
}
