import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { integer, type OpenBackend, optional, type Row, text } from '../port'
import { keysOf, MINUTE, RACERS, START, setUpFamily } from './set-up'

const GRANT_TABLES = {
  grants: { revoked_at: optional(integer), revoked_because: optional(text), expires_at: integer },
  codes: { grant_id: text, expires_at: integer, used_at: optional(integer) },
  tokens: { grant_id: text, scope: text, expires_at: integer, used_at: optional(integer) },
} as const

type Token = Row<(typeof GRANT_TABLES)['tokens']>

const grant = (key: string) => ({ key, revoked_at: null, revoked_because: null, expires_at: START + MINUTE })
const code = (key: string, grant_id: string) => ({ key, grant_id, expires_at: START + MINUTE, used_at: null })
const token = (key: string, grant_id: string): Token => ({ ...code(key, grant_id), scope: 'photos.read' })

/** What authorization servers build `revokeGrant` on: they mark the grant, and a token is good while its grant is. */
export function holdsGrants(open: () => Promise<OpenBackend>) {
  const start = async () => setUpFamily(await open(), 'contract-grants', GRANT_TABLES)

  test('finds what one grant produced, in each table, oldest first', async () => {
    const { store, handle } = await start()
    const other = handle(randomUUID())
    for (const key of ['z', 'm', 'a']) await store.insert('tokens', token(key, 'grant-1'))
    await store.insert('tokens', token('b', 'grant-2'))
    await store.insert('codes', code('z', 'grant-1'))
    await other.insert('tokens', token('theirs', 'grant-1'))
    await store.remove('tokens', 'm')
    await store.insert('tokens', token('m', 'grant-1'))
    await store.update('tokens', 'a', { grant_id: 'grant-3' })
    await store.update('tokens', 'b', { grant_id: 'grant-1', scope: 'photos.write' })
    const tokens = async (grant_id: string) => keysOf(await store.find('tokens', { grant_id }))
    expect(await tokens('grant-1')).toEqual(['z', 'b', 'm'])
    expect(await tokens('grant-2')).toEqual([])
    expect(await tokens('grant-3')).toEqual(['a'])
    expect(keysOf(await store.find('tokens', { grant_id: 'grant-1', scope: 'photos.write' }))).toEqual(['b'])
    expect(keysOf(await store.find('codes', { grant_id: 'grant-1' }))).toEqual(['z'])

    await store.restore(await store.dump())
    expect(await tokens('grant-1')).toEqual(['z', 'b', 'm'])
  })

  test('a marked grant ends every token, also those written during the mark and after it', async () => {
    const { store, handle, lab } = await start()
    const other = handle(lab)
    await store.insert('grants', grant('grant-1'))
    const issue = (racer: number) => (racer % 2 ? store : other).insert('tokens', token(`${racer}`, 'grant-1'))
    const mark = () => store.update('grants', 'grant-1', { revoked_at: START, revoked_because: 'client asked' })
    await Promise.all([...RACERS.slice(0, 25).map(issue), mark(), ...RACERS.slice(25).map(issue)])
    await issue(50)
    const tokens = await other.find('tokens', { grant_id: 'grant-1' })
    expect(tokens).toHaveLength(51)
    for (const { grant_id } of tokens) {
      expect(await other.get('grants', grant_id)).toMatchObject({ revoked_at: START, revoked_because: 'client asked' })
    }
  })

  test('nobody who changes another column meanwhile takes the mark off', async () => {
    const { store, handle, lab } = await start()
    const other = handle(lab)
    await store.insert('grants', grant('grant-1'))
    const extend = (racer: number) =>
      (racer % 2 ? store : other).update('grants', 'grant-1', { expires_at: START + MINUTE + racer })
    const mark = () => other.update('grants', 'grant-1', { revoked_at: START })
    await Promise.all([...RACERS.slice(0, 25).map(extend), mark(), ...RACERS.slice(25).map(extend)])
    expect(await store.get('grants', 'grant-1')).toMatchObject({ revoked_at: START })
  })

  test('of fifty who claim while the grant is marked one wins, and what it makes is marked', async () => {
    const { store, handle, lab } = await start()
    const other = handle(lab)
    await store.insert('grants', grant('grant-1'))
    await store.insert('codes', code('code', 'grant-1'))
    const redeem = async (racer: number) => {
      const mine = racer % 2 ? store : other
      if ((await mine.claim('codes', 'code')) === 'claimed') await mine.insert('tokens', token('token', 'grant-1'))
      else await mine.update('grants', 'grant-1', { revoked_at: START, revoked_because: 'code replayed' })
    }
    await Promise.all(RACERS.map(redeem))
    expect(keysOf(await store.find('tokens', { grant_id: 'grant-1' }))).toEqual(['token'])
    expect(await store.get('grants', 'grant-1')).toMatchObject({ revoked_because: 'code replayed' })
  })
}
