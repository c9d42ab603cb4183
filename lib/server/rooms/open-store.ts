import 'server-only'
import { connect } from 'node:net'
import { LabRefusal } from '@/lib/lab/refusal'
import type { Config } from '../config'
import { logFailure, logLine } from '../log'
import { openMemoryRooms } from './memory-store'
import { openPostgresRooms } from './postgres-store'
import { openRedisRooms } from './redis-store'
import type { RoomStore } from './store'

/**
 * Where this process keeps rooms: in Redis when one is configured and listens, else in PostgreSQL, else in itself, and
 * the log says so. Several processes see each other's rooms through either. A server that listens and is too busy to
 * answer is waited for: rooms of this process alone would be rooms nobody else finds.
 * @throws LabRefusal 503
 */
export async function openRoomStore({ redisUrl, databaseUrl }: Config): Promise<RoomStore> {
  const shared: [name: string, url: string | null, port: number, open: (url: string) => Promise<RoomStore>][] = [
    ['Redis', redisUrl, 6379, openRedisRooms],
    ['PostgreSQL', databaseUrl, 5432, openPostgresRooms],
  ]
  for (const [name, url, port, open] of shared) {
    if (url === null) continue
    if (!(await listens(url, port))) {
      logLine(`${name} does not listen: rooms are not kept there.`)
      continue
    }
    return open(url).catch((error) => {
      logFailure(`rooms in ${name}`, error)
      throw new LabRefusal(503, `${name}, where rooms are kept, does not answer. Try again.`, { retryAfter: 2 })
    })
  }
  if (redisUrl ?? databaseUrl) logLine('Rooms are kept in this process: no other app process sees them.')
  return openMemoryRooms()
}

function listens(url: string, defaultPort: number): Promise<boolean> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    const socket = connect(Number(port || defaultPort), hostname)
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}
