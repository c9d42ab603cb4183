import { describe, expect, it } from 'vitest'
import type { Attempt, StolenDump } from '@/lib/lab/dump/report'
import { lessonOf, refusalsOf, usableOf, whatItIs } from './words'

const refused: Attempt = {
  kind: 'usage',
  line: 'GET /usage',
  answer: '401 invalid_token',
  opened: null,
  refusedBy: { id: 'jwt.signature', by: 'resource-server', rule: 'The signature is genuine.', saw: null, cites: [] },
}
const opened: Attempt = { kind: 'photos', line: 'GET /photos', answer: '200', opened: '3 photos', refusedBy: null }
const dump = (attempts: Attempt[], parts: Partial<StolenDump> = {}): StolenDump => ({
  ...{ store: 'authorization-server', backend: 'sqlite', hashed: true, at: 0, tables: [], leftOut: 0 },
  values: ['one', 'two'].map((value) => ({
    ...{ value, table: 'access_tokens', column: 'key', row: value, user: 'alice', client: 'photo-editor', attempts },
  })),
  readable: [],
  privateKeys: 0,
  ...parts,
})

describe('a stolen dump in words', () => {
  it('names a value by what it opened, and whose it is', () => {
    const [first] = usableOf(dump([opened, refused]))
    expect(first?.opened).toEqual([opened])
    expect(whatItIs({ user: 'alice', client: 'photo-editor' }, 'photos')).toBe(
      'Access token of alice, issued to photo-editor',
    )
  })

  it('counts refusals of one kind by one check together', () => {
    expect(refusalsOf(dump([opened, refused]))).toEqual([
      { line: 'GET /usage', answer: '401 invalid_token', rule: 'The signature is genuine.', times: 2 },
    ])
  })

  it('never says that plain rows are safe because nothing opened just now', () => {
    expect(lessonOf(dump([refused])).title).toBe('Nothing could be used')
    expect(lessonOf(dump([refused], { hashed: false })).title).toBe('Nothing could be used just now')
    expect(lessonOf(dump([opened])).title).toBe('2 values could be used at once')
    expect(lessonOf(dump([opened], { store: 'client' })).text).toContain('has to present its tokens')
  })
})
