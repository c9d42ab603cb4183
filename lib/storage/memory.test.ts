import { expect, test } from 'vitest'
import { storeContract } from './contract'
import { openMemory } from './memory'
import { integer, list, optional, text } from './port'

storeContract('memory', async () => openMemory)

test('the memory backend says in words what its maps did', async () => {
  const tables = { codes: { client_id: text, uris: list, used_at: optional(integer) } } as const
  const backend = await openMemory('authorization-server', tables)
  const commands: string[] = []
  const store = backend.open({ lab: 'a', now: () => 7, report: ({ command }) => commands.push(command) })
  const row = { key: 'a1b2', client_id: 'photo-editor', uris: ['https://a.test'], used_at: null }
  await store.insert('codes', row)
  await store.get('codes', 'a1b2')
  await store.find('codes', {})
  await store.update('codes', 'a1b2', { client_id: 'photo-gallery' })
  await store.claim('codes', 'a1b2')
  await store.remove('codes', 'a1b2')
  expect(commands).toEqual([
    'SET codes "a1b2" { client_id: "photo-editor", uris: ["https://a.test"], used_at: null }',
    'GET codes "a1b2"',
    'FIND codes {}',
    'UPDATE codes "a1b2" { client_id: "photo-gallery" }',
    'CLAIM codes "a1b2" { used_at: 7 }',
    'DELETE codes "a1b2"',
  ])
})
