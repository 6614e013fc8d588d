import { resolve } from 'node:path'
import { z } from 'zod'
import { StartProblem } from '@/lib/StartProblem'
import { projectRoot } from '@/lib/projectRoot'

const port = z.coerce
  .number('PORT must be a whole number from 0 to 65535.')
  .int('PORT must be a whole number from 0 to 65535.')
  .min(0, 'PORT must be a whole number from 0 to 65535.')
  .max(65535, 'PORT must be a whole number from 0 to 65535.')

const publicUrl = z
  .url({
    protocol: /^https?$/,
    error: 'PUBLIC_URL must be a full http or https URL, such as https://landed.example.com.',
  })
  .refine((url) => !/[?#]/.test(url), 'PUBLIC_URL must not contain "?" or "#".')
  .transform((url) => url.replace(/\/+$/, ''))

const databaseUrl = z.string().refine((url) => /^postgres(ql)?:\/\//.test(url), {
  error: 'DATABASE_URL must begin with postgresql:// (leave it unset to use the embedded PostgreSQL).',
})

const secretKey = z.string().refine((key) => decodeSecretKey(key) !== undefined, {
  error: 'LANDED_SECRET_KEY must be 32 random bytes as 64 hexadecimal digits or as base64: openssl rand -hex 32',
})

const timeZone = z.string().refine(isTimeZone, {
  error: 'LANDED_TIME_ZONE must be an IANA time zone, such as Europe/Berlin.',
})

const rawRetentionDays = z.coerce
  .number('LANDED_RAW_RETENTION_DAYS must be a whole number of days from 1 to 3650.')
  .int('LANDED_RAW_RETENTION_DAYS must be a whole number of days from 1 to 3650.')
  .min(1, 'LANDED_RAW_RETENTION_DAYS must be a whole number of days from 1 to 3650.')
  .max(3650, 'LANDED_RAW_RETENTION_DAYS must be a whole number of days from 1 to 3650.')

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
const logLevel = z.enum(LOG_LEVELS, { error: `LANDED_LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.` })

const fastDoor = z.enum(['on', 'off'], { error: 'LANDED_FAST_DOOR must be on or off.' })

const schema = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('0.0.0.0'),
  PUBLIC_URL: publicUrl.optional(),
  DATABASE_URL: databaseUrl.optional(),
  LANDED_DATA_DIR: z.string().default('.data'),
  LANDED_SECRET_KEY: secretKey.optional(),
  LANDED_FAST_DOOR: fastDoor.default('on'),
  LANDED_TIME_ZONE: timeZone.optional(),
  LANDED_RAW_RETENTION_DAYS: rawRetentionDays.default(90),
  LANDED_LOG_LEVEL: logLevel.default('info'),
})

/** What the environment says, with defaults filled in. */
export interface Env {
  port: number
  /** The address to listen on. All but callbacks and health is refused to other machines whatever this says. */
  host: string
  /** Without a slash at the end. What providers call, and what their signatures are checked against. */
  publicUrl: string
  /** Undefined: the embedded PostgreSQL. */
  databaseUrl: string | undefined
  /** Absolute. */
  dataDir: string
  /** 32 bytes; undefined: generated into the data folder. */
  secretKey: Buffer | undefined
  /** False: callbacks go through Next's route like everything else. */
  fastDoor: boolean
  /** IANA name of the zone in which the business's days begin. */
  timeZone: string
  /** How long the raw callbacks are kept, in days. */
  rawRetentionDays: number
  logLevel: (typeof LOG_LEVELS)[number]
}

/**
 * Reads and checks the environment. An empty variable counts as unset.
 * @throws StartProblem naming the first wrong variable and what it should be.
 */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new StartProblem(parsed.error.issues[0]?.message ?? parsed.error.message)
  const values = parsed.data
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    databaseUrl: values.DATABASE_URL,
    dataDir: resolve(projectRoot(), values.LANDED_DATA_DIR),
    secretKey: values.LANDED_SECRET_KEY === undefined ? undefined : decodeSecretKey(values.LANDED_SECRET_KEY),
    fastDoor: values.LANDED_FAST_DOOR === 'on',
    timeZone: values.LANDED_TIME_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    rawRetentionDays: values.LANDED_RAW_RETENTION_DAYS,
    logLevel: values.LANDED_LOG_LEVEL,
  }
}

function decodeSecretKey(text: string): Buffer | undefined {
  const isHex = /^[0-9a-f]{64}$/i.test(text)
  if (!isHex && !/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return undefined
  return Buffer.from(text, isHex ? 'hex' : 'base64')
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
