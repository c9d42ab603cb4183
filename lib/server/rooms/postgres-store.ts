import 'server-only'
import { Client, Pool } from 'pg'
import { ANNOUNCEMENT, type RoomStore } from './store'

/** Milliseconds in which a connection has to be made, and a statement to be answered. */
const TIMEOUT = 5000
const SEAT_SECONDS = 60
/** Milliseconds until a lost connection for listening is tried again. */
const AGAIN = 1000

const tables = (schema: string) => `
CREATE SCHEMA IF NOT EXISTS ${schema};
CREATE TABLE IF NOT EXISTS ${schema}.rooms (
  code text PRIMARY KEY, key_hash text NOT NULL, term bigint NOT NULL, rev bigint NOT NULL, writer text NOT NULL,
  state jsonb NOT NULL, record jsonb, goes_at timestamptz NOT NULL);
CREATE TABLE IF NOT EXISTS ${schema}.room_votes (
  code text NOT NULL REFERENCES ${schema}.rooms ON DELETE CASCADE, question text NOT NULL, voter text NOT NULL,
  choice text NOT NULL, PRIMARY KEY (code, question, voter));
CREATE TABLE IF NOT EXISTS ${schema}.room_seats (
  code text NOT NULL REFERENCES ${schema}.rooms ON DELETE CASCADE, process text NOT NULL, followers int NOT NULL,
  goes_at timestamptz NOT NULL, PRIMARY KEY (code, process));`

/**
 * Rooms in PostgreSQL: a row each, news by LISTEN and NOTIFY. What is notified is a code and a word, since a payload
 * holds 8,000 bytes and a record does not fit.
 * @throws Error when the server cannot be reached
 */
export async function openPostgresRooms(url: string, schema = 'grant_lab'): Promise<RoomStore> {
  const pool = new Pool({ connectionString: url, max: 4, connectionTimeoutMillis: TIMEOUT, statement_timeout: TIMEOUT })
  pool.on('error', () => {})
  const channel = `${schema}_rooms`
  const query = async (sql: string, values: unknown[] = []) => (await pool.query(sql, values)).rows
  await createTables(pool, schema).catch(async (error) => {
    await pool.end()
    throw error
  })
  const ears = listener(url, channel)

  return {
    kind: 'postgres',
    async save(code, { keyHash, state }, record, lifetime) {
      const { term, rev, by } = state
      const values = [code, keyHash, term, rev, by, state, record, lifetime / 1000]
      await query(
        `INSERT INTO ${schema}.rooms AS kept VALUES ($1, $2, $3, $4, $5, $6, $7, now() + $8 * interval '1 second')
         ON CONFLICT (code) DO UPDATE SET term = excluded.term, rev = excluded.rev, writer = excluded.writer,
           state = excluded.state, record = coalesce(excluded.record, kept.record), goes_at = excluded.goes_at
         WHERE (kept.term, kept.rev, kept.writer COLLATE "C") <= (excluded.term, excluded.rev, excluded.writer COLLATE "C")`,
        values,
      )
    },
    async load(code) {
      const [row] = await query(
        `SELECT key_hash, state, record FROM ${schema}.rooms WHERE code = $1 AND goes_at > now()`,
        [code],
      )
      return row ? { keyHash: row.key_hash, state: row.state, record: row.record } : null
    },
    async remove(code) {
      await query(`DELETE FROM ${schema}.rooms WHERE code = $1`, [code])
    },
    async count() {
      await query(`DELETE FROM ${schema}.rooms WHERE goes_at <= now()`)
      const [row] = await query(`SELECT count(*)::int AS rooms FROM ${schema}.rooms`)
      return row.rooms
    },
    async vote(code, question, voter, option) {
      await query(
        `INSERT INTO ${schema}.room_votes SELECT code, $2, $3, $4 FROM ${schema}.rooms WHERE code = $1
         ON CONFLICT (code, question, voter) DO UPDATE SET choice = excluded.choice`,
        [code, question, voter, option],
      )
    },
    async tally(code, question) {
      const rows = await query(
        `SELECT choice, count(*)::int AS votes FROM ${schema}.room_votes WHERE code = $1 AND question = $2 GROUP BY choice`,
        [code, question],
      )
      return Object.fromEntries(rows.map(({ choice, votes }) => [choice, votes]))
    },
    async seat(code, process, followers) {
      await query(
        `INSERT INTO ${schema}.room_seats SELECT code, $2, $3, now() + $4 * interval '1 second' FROM ${schema}.rooms WHERE code = $1
         ON CONFLICT (code, process) DO UPDATE SET followers = excluded.followers, goes_at = excluded.goes_at`,
        [code, process, followers, SEAT_SECONDS],
      )
    },
    async followers(code) {
      const [row] = await query(
        `SELECT coalesce(sum(followers), 0)::int AS followers FROM ${schema}.room_seats WHERE code = $1 AND goes_at > now()`,
        [code],
      )
      return row.followers
    },
    async announce(announcement) {
      await query('SELECT pg_notify($1, $2)', [channel, JSON.stringify(announcement)])
    },
    listen: (heard) => ears.listen(heard),
    async close() {
      await ears.close()
      await pool.end()
    },
  }
}

/** Processes that start at the same time make the tables one after the other. */
async function createTables(pool: Pool, schema: string): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [schema])
    await client.query(tables(schema))
    await client.query('SELECT pg_advisory_unlock(hashtext($1))', [schema])
  } finally {
    client.release()
  }
}

/** A connection of its own that listens, and is made anew when it is lost. */
function listener(url: string, channel: string) {
  let client: Client | null = null
  let closed = false
  let again: NodeJS.Timeout | undefined

  async function connect(heard: Parameters<RoomStore['listen']>[0]): Promise<void> {
    client = new Client({ connectionString: url, connectionTimeoutMillis: TIMEOUT, keepAlive: true })
    client.on('error', () => {})
    client.on('notification', ({ payload = '' }) => heard(ANNOUNCEMENT.parse(JSON.parse(payload))))
    await client.connect()
    await client.query(`LISTEN ${channel}`)
    client.on('end', () => retry(heard))
  }
  function retry(heard: Parameters<RoomStore['listen']>[0]): void {
    if (closed) return
    again = setTimeout(() => connect(heard).catch(() => retry(heard)), AGAIN)
    again.unref()
  }
  return {
    listen: connect,
    async close() {
      closed = true
      clearTimeout(again)
      await client?.end()
    },
  }
}
