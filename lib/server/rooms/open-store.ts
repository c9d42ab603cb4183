import 'server-only'
import type { Config } from '../config'
import { logLine } from '../log'
import { openMemoryRooms } from './memory-store'
import { openPostgresRooms } from './postgres-store'
import { openRedisRooms } from './redis-store'
import type { RoomStore } from './store'

/**
 * Where this process keeps rooms: in Redis when one is configured and answers, else in PostgreSQL, else in itself.
 * Several processes see each other's rooms through either; one line in the log says so when neither answers.
 */
export async function openRoomStore({ redisUrl, databaseUrl }: Config): Promise<RoomStore> {
  const shared: [name: string, open: () => Promise<RoomStore>][] = []
  if (redisUrl) shared.push(['Redis', () => openRedisRooms(redisUrl)])
  if (databaseUrl) shared.push(['PostgreSQL', () => openPostgresRooms(databaseUrl)])
  for (const [name, open] of shared) {
    try {
      return await open()
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : 'no answer'
      logLine(`${name} does not answer (${reason}): rooms are not kept there.`)
    }
  }
  if (shared.length > 0) logLine('Rooms are kept in this process: no other app process sees them.')
  return openMemoryRooms()
}
