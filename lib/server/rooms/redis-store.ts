import 'server-only'
import { Redis, type RedisOptions } from 'ioredis'
import { ANNOUNCEMENT, type RoomStore, type StoredRoom } from './store'

/** Votes and seats go with the room at the latest; a process that died leaves its seats for as long as this. */
const SEAT_SECONDS = 60
const OPTIONS = { lazyConnect: true, maxRetriesPerRequest: 1, connectTimeout: 5000 } satisfies RedisOptions

/** Replaces the state unless the one that is there is newer: by term, then revision, then writer. */
const SAVE = `
local kept = redis.call('HMGET', KEYS[1], 'term', 'rev', 'by')
local newer = kept[1] and (tonumber(kept[1]) > tonumber(ARGV[2])
  or (tonumber(kept[1]) == tonumber(ARGV[2]) and (tonumber(kept[2]) > tonumber(ARGV[3])
  or (tonumber(kept[2]) == tonumber(ARGV[3]) and kept[3] > ARGV[4]))))
if not newer then
  redis.call('HSET', KEYS[1], 'term', ARGV[2], 'rev', ARGV[3], 'by', ARGV[4], 'state', ARGV[5], 'keyHash', ARGV[6])
end
if ARGV[7] ~= '' then redis.call('HSET', KEYS[1], 'record', ARGV[7]) end
redis.call('PEXPIRE', KEYS[1], ARGV[1])
redis.call('ZADD', KEYS[2], ARGV[8], ARGV[9])
redis.call('PEXPIRE', KEYS[2], ARGV[1])
return 1`

/**
 * Rooms in Redis: a hash each, with a TTL; a hash of votes for each question; published news on one channel.
 * @throws Error when the server cannot be reached
 */
export async function openRedisRooms(url: string, prefix = 'grant-lab:rooms'): Promise<RoomStore> {
  const redis = new Redis(url, OPTIONS)
  const subscriber = new Redis(url, { ...OPTIONS, maxRetriesPerRequest: null })
  for (const connection of [redis, subscriber]) connection.on('error', () => {})
  await Promise.all([redis.connect(), subscriber.connect()]).catch((error) => {
    redis.disconnect()
    subscriber.disconnect()
    throw error
  })
  const room = (code: string) => `${prefix}:${code}`
  const votes = (code: string, question: string) => `${room(code)}:votes:${question}`
  const seats = (code: string) => `${room(code)}:seats`
  const all = `${prefix}:all`
  const channel = `${prefix}:news`

  return {
    kind: 'redis',
    async save(code, { keyHash, state }, record, lifetime) {
      const { term, rev, by } = state
      const goesAt = Date.now() + lifetime
      const words = [lifetime, term, rev, by, JSON.stringify(state), keyHash, record ? JSON.stringify(record) : '']
      await redis.eval(SAVE, 2, room(code), all, ...words, goesAt, code)
    },
    async load(code): Promise<StoredRoom | null> {
      const { keyHash, state, record } = await redis.hgetall(room(code))
      if (!keyHash || !state) return null
      return { keyHash, state: JSON.parse(state), record: record ? JSON.parse(record) : null }
    },
    async remove(code) {
      await redis.multi().del(room(code), seats(code)).zrem(all, code).exec()
    },
    async count() {
      await redis.zremrangebyscore(all, 0, Date.now())
      return redis.zcard(all)
    },
    async vote(code, question, voter, option) {
      const left = await redis.pttl(room(code))
      if (left <= 0) return
      const key = votes(code, question)
      await redis.multi().hset(key, voter, option).pexpire(key, left).exec()
    },
    async tally(code, question) {
      const counts: Record<string, number> = {}
      for (const option of await redis.hvals(votes(code, question))) counts[option] = (counts[option] ?? 0) + 1
      return counts
    },
    async seat(code, process, followers) {
      const until = Date.now() + SEAT_SECONDS * 1000
      const key = seats(code)
      await redis.multi().hset(key, process, `${followers} ${until}`).expire(key, SEAT_SECONDS).exec()
    },
    async followers(code) {
      const told = await redis.hvals(seats(code))
      return told.reduce((sum, one) => {
        const [followers = 0, until = 0] = one.split(' ').map(Number)
        return until > Date.now() ? sum + followers : sum
      }, 0)
    },
    async announce(announcement) {
      await redis.publish(channel, JSON.stringify(announcement))
    },
    async listen(heard) {
      subscriber.on('message', (_channel, text) => {
        heard(ANNOUNCEMENT.parse(JSON.parse(text)))
      })
      await subscriber.subscribe(channel)
    },
    async close() {
      redis.disconnect()
      subscriber.disconnect()
    },
  }
}
