import { expect, test } from 'vitest'
import { keysOf, type SetUp, START, type Ticket, ticket } from './set-up'

export function keepsRows(setUp: SetUp) {
  test('every type of column comes back as it went in', async () => {
    const { store } = await setUp()
    const awkward = 'O\'Hara; drop table "tickets" -- ? $1 :lab %s\n\t{"a":[1]} zażółć 写真 🎟 \u0000 \u0001'
    const full = ticket(awkward, {
      holder: awkward,
      seat: Number.MAX_SAFE_INTEGER,
      standing: true,
      extras: ['', 'two words', awkward],
      note: '',
      price: -1,
      gift: false,
      stops: [],
      used_at: START,
    })
    const empty = ticket('empty')
    await store.insert('tickets', full)
    await store.insert('tickets', empty)
    expect(await store.get('tickets', awkward)).toEqual(full)
    expect(await store.get('tickets', 'empty')).toEqual(empty)
  })

  test('a missing row is null', async () => {
    const { store } = await setUp()
    expect(await store.get('tickets', 'nobody')).toBeNull()
  })

  test('a key is taken once', async () => {
    const { store } = await setUp()
    await store.insert('people', { key: 'a', name: 'Alice' })
    await expect(async () => store.insert('people', { key: 'a', name: 'Mallory' })).rejects.toThrow()
    expect(await store.get('people', 'a')).toEqual({ key: 'a', name: 'Alice' })
  })

  test('update changes the named columns of one row and invents none', async () => {
    const { store } = await setUp()
    await store.insert('tickets', ticket('a', { note: 'old' }))
    await store.insert('tickets', ticket('b'))
    await store.update('tickets', 'a', { note: null, standing: true, extras: ['lunch'] })
    await store.update('tickets', 'nobody', { seat: 9 })
    expect(await store.find('tickets', {})).toEqual([ticket('a', { standing: true, extras: ['lunch'] }), ticket('b')])
  })

  test('remove takes one row away, and a missing one is no error', async () => {
    const { store } = await setUp()
    await store.insert('tickets', ticket('a'))
    await store.insert('tickets', ticket('b'))
    await store.remove('tickets', 'a')
    await store.remove('tickets', 'a')
    expect(keysOf(await store.find('tickets', {}))).toEqual(['b'])
  })

  test('find is by equality on all given columns, null included, oldest first', async () => {
    const { store } = await setUp()
    for (const key of ['z', 'm', 'a', 'q']) await store.insert('tickets', ticket(key))
    await store.update('tickets', 'z', { seat: 2, note: 'window' })
    await store.update('tickets', 'm', { grant_id: 'grant-2', standing: true })
    await store.update('tickets', 'a', { extras: ['lunch', 'dinner'] })
    await store.remove('tickets', 'q')
    await store.insert('tickets', ticket('q'))
    const find = async (where: Partial<Ticket>) => keysOf(await store.find('tickets', where))
    expect(await find({})).toEqual(['z', 'm', 'a', 'q'])
    expect(await find({ grant_id: 'grant-1' })).toEqual(['z', 'a', 'q'])
    expect(await find({ grant_id: 'grant-1', seat: 1 })).toEqual(['a', 'q'])
    expect(await find({ note: null })).toEqual(['m', 'a', 'q'])
    expect(await find({ standing: true })).toEqual(['m'])
    expect(await find({ extras: ['lunch', 'dinner'] })).toEqual(['a'])
    expect(await find({ key: 'm' })).toEqual(['m'])
    expect(await find({ holder: 'ALICE' })).toEqual([])
  })

  test('rows handed in and out are copies', async () => {
    const { store } = await setUp()
    const given = ticket('a', { extras: ['lunch'] })
    await store.insert('tickets', given)
    const changed = { extras: ['lunch'] }
    await store.update('tickets', 'a', changed)
    given.extras.push('given')
    changed.extras.push('changed')
    const got = await store.get('tickets', 'a')
    got?.extras.push('got')
    const [found] = await store.find('tickets', {})
    found?.extras.push('found')
    expect(await store.get('tickets', 'a')).toEqual(ticket('a', { extras: ['lunch'] }))
    const kept = ticket('a', { extras: ['dinner'] })
    await store.restore({ ...(await store.dump()), tickets: [kept] })
    kept.extras.push('restored')
    expect((await store.get('tickets', 'a'))?.extras).toEqual(['dinner'])
  })
}
