import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { expect, onTestFinished, test } from 'vitest'
import { storeContract } from './contract'
import { boolean, integer, list, type OpenBackend, optional, type Tables, text } from './port'
import { openSqlite } from './sqlite'

const CODES = {
  codes: {
    client_id: text,
    uris: list,
    trusted: boolean,
    grant_id: text,
    expires_at: integer,
    used_at: optional(integer),
  },
} as const

const code = (key: string) => ({
  key,
  client_id: 'photo-editor',
  uris: ["https://o'hara.test"],
  trusted: true,
  grant_id: 'grant-1',
  expires_at: 9,
  used_at: null,
})

function newFile() {
  const directory = mkdtempSync(join(tmpdir(), 'grant-lab-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return join(directory, 'made', 'on', 'demand', 'labs.sqlite')
}

async function openLab<T extends Tables>(open: OpenBackend, tables: T, commands: string[] = []) {
  const backend = await open('authorization-server', tables)
  const store = backend.open({ lab: 'lab-1', now: () => 7, report: ({ command }) => commands.push(command) })
  return { backend, store }
}

storeContract('sqlite in memory', async () => openSqlite(':memory:'))
storeContract('sqlite in a file', async () => openSqlite(newFile()))

test('a restart keeps everything', async () => {
  const file = newFile()
  const before = await openLab(openSqlite(file), CODES)
  for (const key of ['z', 'a', 'm']) await before.store.insert('codes', code(key))
  await before.store.claim('codes', 'a')
  const dump = await before.store.dump()
  await before.backend.close()

  const after = await openLab(openSqlite(file), CODES)
  onTestFinished(() => after.backend.close())
  expect(await after.store.dump()).toEqual(dump)
  expect(await after.store.claim('codes', 'a')).toBe('already-used')
  expect(await after.store.claim('codes', 'z')).toBe('claimed')
})

test('reports the statement that ran, with its parameters', async () => {
  const commands: string[] = []
  const { backend, store } = await openLab(openSqlite(':memory:'), CODES, commands)
  onTestFinished(() => backend.close())
  await store.insert('codes', code('a1b2'))
  await store.get('codes', 'a1b2')
  await store.find('codes', { grant_id: 'grant-1', used_at: null })
  await store.claim('codes', 'a1b2')
  await store.increment('codes', code('a1b2'), 'expires_at')
  await store.remove('codes', 'a1b2')
  const table = '"authorization_server_codes"'
  const columns = '("lab", "key", "client_id", "uris", "trusted", "grant_id", "expires_at", "used_at")'
  const values = `'lab-1', 'a1b2', 'photo-editor', '["https://o''hara.test"]', 1, 'grant-1', 9, null`
  const insert = `insert into ${table} ${columns} values (?, ?, ?, ?, ?, ?, ?, ?)`
  expect(commands).toEqual([
    `${insert}\n-- ${values}`,
    `select * from ${table} where "lab" = ? and "key" = ?\n-- 'lab-1', 'a1b2'`,
    `select * from ${table} where "lab" = ? and "grant_id" = ? and "used_at" is null order by "seq"\n-- 'lab-1', 'grant-1'`,
    `update ${table} set "used_at" = ? where "lab" = ? and "key" = ? and "used_at" is null\n-- 7, 'lab-1', 'a1b2'`,
    `${insert} on conflict ("lab", "key") do update set "expires_at" = ${table}."expires_at" + 1 returning "expires_at"\n-- ${values}`,
    `delete from ${table} where "lab" = ? and "key" = ?\n-- 'lab-1', 'a1b2'`,
  ])
})

test('look-ups by key, grant and expiry use an index', async () => {
  const file = newFile()
  const { backend } = await openLab(openSqlite(file), CODES)
  const database = new Database(file)
  onTestFinished(async () => {
    database.close()
    await backend.close()
  })
  const plan = (condition: string) =>
    JSON.stringify(
      database
        .prepare(`explain query plan select * from authorization_server_codes where lab = 'a' and ${condition}`)
        .all(),
    )
  expect(plan(`key = 'a'`)).toContain('(lab=? AND key=?)')
  expect(plan(`grant_id = 'a'`)).toContain('(lab=? AND grant_id=?)')
  expect(plan('expires_at <= 1')).toContain('(lab=? AND expires_at<?)')
})

test('of two connections to one file exactly one claims', async () => {
  const file = newFile()
  const one = await openLab(openSqlite(file), CODES)
  const two = await openLab(openSqlite(file), CODES)
  onTestFinished(async () => {
    await one.backend.close()
    await two.backend.close()
  })
  await one.store.insert('codes', code('a'))
  const claims = await Promise.all([one, two, one, two].map(({ store }) => store.claim('codes', 'a')))
  expect(claims.toSorted()).toEqual(['already-used', 'already-used', 'already-used', 'claimed'])
})

test('tables and columns added to a definition appear in a file made without them', async () => {
  const file = newFile()
  const old = await openLab(openSqlite(file), CODES)
  await old.store.insert('codes', code('a'))
  await old.backend.close()

  const later = { codes: { ...CODES.codes, nonce: optional(text), scope: text, tries: integer }, users: { name: text } }
  const now = await openLab(openSqlite(file), later)
  onTestFinished(() => now.backend.close())
  expect(await now.store.get('codes', 'a')).toEqual({ ...code('a'), nonce: null, scope: '', tries: 0 })
  await now.store.insert('users', { key: 'alice', name: 'Alice' })
  expect(await now.store.get('users', 'alice')).toEqual({ key: 'alice', name: 'Alice' })
})

test('families share a connection that outlives the first of them to close', async () => {
  const open = openSqlite(':memory:')
  const [one, two] = await Promise.all([open('one', CODES), open('two', CODES)])
  await one.close()
  const store = two.open({ lab: 'a', now: () => 7, report: () => {} })
  await store.insert('codes', code('a'))
  expect(await store.get('codes', 'a')).toEqual(code('a'))
  await two.close()
  await expect(store.get('codes', 'a')).rejects.toThrow()
})

test('a file that cannot be opened is an error, and opening can be tried again', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'grant-lab-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  const open = openSqlite(directory)
  await expect(open('one', CODES)).rejects.toThrow()
  await expect(open('one', CODES)).rejects.toThrow()
})
