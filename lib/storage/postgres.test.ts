import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { testDatabase } from '@/lib/testing/services'
import { storeContract } from './contract'
import { keysOf, RACERS, setUp, setUpFamily, TABLES, ticket } from './contract/set-up'
import { optional, text } from './port'
import { openPostgres } from './postgres'

const database = await testDatabase()
const { schema } = database
const open = () => openPostgres(database.url, { schema })

/** Another schema of this run, dropped after the test. */
function newSchema(name: string) {
  const other = `${schema}_${name}`
  onTestFinished(async () => void (await database.query(`drop schema if exists ${other} cascade`)))
  return other
}

describe.skipIf(database.absent)('PostgreSQL', () => {
  afterAll(() => database.remove())

  storeContract('postgres', async () => open())

  test('a restart keeps everything', async () => {
    const before = await setUp(open())
    for (const key of ['z', 'a', 'm']) await before.store.insert('tickets', ticket(key))
    await before.store.claim('tickets', 'a')
    const dump = await before.store.dump()
    await before.backend.close()
    await expect(before.store.get('tickets', 'a')).rejects.toThrow()

    const after = (await setUp(open())).handle(before.lab)
    expect(await after.dump()).toEqual(dump)
    expect(await after.claim('tickets', 'a')).toBe('already-used')
    expect(await after.claim('tickets', 'z')).toBe('claimed')
  })

  test('reports the statement that ran, with its parameters', async () => {
    const { store, reports, lab, clock } = await setUp(open())
    await store.insert('people', { key: 'alice', name: "Alice O'Hara" })
    await store.find('tickets', { grant_id: 'grant-1', used_at: null })
    await store.claim('tickets', 'a')
    expect(reports.map(({ command }) => command)).toEqual([
      `insert into "contract_test_people" ("lab", "key", "name") values ($1, $2, $3)\n-- '${lab}', 'alice', 'Alice O''Hara'`,
      `select * from "contract_test_tickets" where "lab" = $1 and "grant_id" = $2 and "used_at" is null order by "seq"\n-- '${lab}', 'grant-1'`,
      `update "contract_test_tickets" set "used_at" = $1 where "lab" = $2 and "key" = $3 and "used_at" is null\n-- ${clock.now}, '${lab}', 'a'`,
      `select * from "contract_test_tickets" where "lab" = $1 and "key" = $2\n-- '${lab}', 'a'`,
    ])
  })

  test('look-ups by key, grant and expiry have an index', async () => {
    await setUp(open())
    const indexes = await database.query(
      `select indexdef from pg_indexes where schemaname = '${schema}' and tablename = 'contract_test_tickets'`,
    )
    const columns = indexes.map(({ indexdef }) => `${indexdef}`.replace(/^.*btree /, ''))
    expect(new Set(columns)).toEqual(new Set(['(seq)', '(lab, key)', '(lab, grant_id)', '(lab, expires_at)']))
  })

  test('processes that start at once on an empty database make its tables once', async () => {
    const fresh = newSchema('fresh')
    const processes = RACERS.slice(0, 8).map(() => openPostgres(database.url, { schema: fresh, connections: 3 }))
    const started = await Promise.all(
      processes.flatMap((process) => ['one', 'two', 'three'].map((family) => setUpFamily(process, family, TABLES))),
    )
    await Promise.all(
      started.map(({ handle }, index) => handle('shared').insert('people', { key: `${index}`, name: 'x' })),
    )
    expect(await started[0]?.handle('shared').find('people', {})).toHaveLength(8)
  })

  test('processes that start at once on an older database add what is new once', async () => {
    const old = newSchema('old')
    const before = await setUpFamily(openPostgres(database.url, { schema: old }), 'one', { people: { name: text } })
    await before.store.insert('people', { key: 'alice', name: 'Alice' })
    const added = ['nick', 'city', 'street', 'mail', 'phone'].map((name) => [name, text])
    const later = { people: { name: text, ...Object.fromEntries(added) }, pets: { name: text, grant_id: text } }
    const started = await Promise.all(
      RACERS.slice(0, 8).map(() =>
        setUpFamily(openPostgres(database.url, { schema: old, connections: 2 }), 'one', later),
      ),
    )
    expect(started).toHaveLength(8)
    expect(await started[7]?.handle(before.lab).get('people', 'alice')).toMatchObject({ name: 'Alice', city: '' })
  })

  test('tables and columns added to a definition appear beside rows written without them', async () => {
    const grown = openPostgres(database.url, { schema: newSchema('grown') })
    const before = await setUpFamily(grown, 'contract-test', { people: { name: text } })
    await before.store.insert('people', { key: 'alice', name: 'Alice' })
    await before.backend.close()
    const later = { people: { name: text, nick: optional(text), city: text }, pets: { name: text } }
    const after = await setUpFamily(grown, 'contract-test', later)
    const mine = after.handle(before.lab)
    expect(await mine.get('people', 'alice')).toEqual({ key: 'alice', name: 'Alice', nick: null, city: '' })
    await mine.insert('pets', { key: 'dinah', name: 'Dinah' })
  })

  test('two schemas are two worlds', async () => {
    const mine = await setUp(open())
    const theirs = await setUp(openPostgres(database.url, { schema: newSchema('other') }))
    await mine.store.insert('people', { key: 'a', name: 'Alice' })
    expect(await theirs.handle(mine.lab).get('people', 'a')).toBeNull()
    expect(() => openPostgres(database.url, { schema: 'a"; drop' })).toThrow('cannot be called')
  })

  test('any number of calls share a bounded number of connections', async () => {
    const name = `bounded-${schema}`
    const url = new URL(database.url)
    url.searchParams.set('application_name', name)
    const { store } = await setUp(openPostgres(url.href, { schema, connections: 3 }))
    const insert = (number: number) => store.insert('people', { key: `${number}`, name: 'x' })
    await Promise.all([...RACERS, ...RACERS.map((racer) => racer + 50)].map(insert))
    const counted = await database.query(
      `select count(*)::int as n from pg_stat_activity where application_name = '${name}'`,
    )
    expect(counted).toEqual([{ n: 3 }])
    expect(await store.find('people', {})).toHaveLength(100)
  })

  test('ten thousand rows are dumped and put back in order', async () => {
    const { store } = await setUp(open())
    const numbers = Array.from({ length: 9_999 }, (_, number) => number)
    const dump = { tickets: numbers.map((number) => ticket(`${number}`)), people: [], attempts: [] }
    await store.restore(dump)
    expect(keysOf((await store.dump()).tickets)).toEqual(keysOf(dump.tickets))
  }, 20_000)
})
