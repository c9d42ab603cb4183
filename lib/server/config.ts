import 'server-only'
import { z } from 'zod'

const count = (fallback: number) => z.coerce.number().int().positive().default(fallback)

const SETTINGS = z.object({
  PORT: count(3000),
  APP_ORIGIN: z.url().optional(),
  PARTIES: z.enum(['ports', 'path']).default('ports'),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  MAX_LABS: count(500),
  LAB_IDLE_MINUTES: count(120),
  MAX_ROOMS: count(200),
  COMPLETION_KEY: z.string().min(32, 'needs at least 32 letters').optional(),
})

/** What an operator can set; the README lists the same names. */
export interface Config {
  port: number
  /** Origin of the app, without a trailing slash. Issuers are built from it, never from a `Host` header. */
  appOrigin: string
  /** `ports`: each party on its own origin; `path`: all under the app's origin. */
  parties: 'ports' | 'path'
  dataDirectory: string
  /** Where PostgreSQL and Redis listen; null when a lab cannot choose them. */
  databaseUrl: string | null
  redisUrl: string | null
  maxLabs: number
  labIdleMilliseconds: number
  /** Rooms that students follow, in all processes that share a store. */
  maxRooms: number
  /** What completion codes are signed with; null: a key of its own, kept in the data directory. */
  completionKey: string | null
}

/** @throws Error with a sentence naming the variable and what it takes */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const read = SETTINGS.safeParse(environment)
  if (!read.success) {
    const problems = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`A setting cannot be used. ${problems.join('; ')}. See "Configuration" in README.md.`)
  }
  const { PORT, APP_ORIGIN, PARTIES, DATA_DIR, DATABASE_URL, REDIS_URL, MAX_LABS, LAB_IDLE_MINUTES, MAX_ROOMS } =
    read.data
  const { COMPLETION_KEY } = read.data
  return {
    port: PORT,
    appOrigin: APP_ORIGIN ? new URL(APP_ORIGIN).origin : `http://localhost:${PORT}`,
    parties: PARTIES,
    dataDirectory: DATA_DIR,
    databaseUrl: DATABASE_URL ?? null,
    redisUrl: REDIS_URL ?? null,
    maxLabs: MAX_LABS,
    labIdleMilliseconds: LAB_IDLE_MINUTES * 60_000,
    maxRooms: MAX_ROOMS,
    completionKey: COMPLETION_KEY ?? null,
  }
}
