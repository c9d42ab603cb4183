import { describe, expect, it } from 'vitest'
import { CLIENT, ISSUER, SECRETS, sampleExchanges } from '@/components/testing/sample-exchanges'
import type { HttpRequest } from '@/lib/oauth/http'
import { assemble } from './assemble'
import { changeCount, type Draft, draftOf, type Group } from './draft'
import { mutationsFor } from './mutations'
import { problemsOf } from './problems'
import { type DraftAction, reduceDraft } from './reducer'

const BASES = [ISSUER, CLIENT]
const exchanges = sampleExchanges(false)
const requestOf = (step: string): HttpRequest => {
  const exchange = exchanges.find((one) => one.step === step)
  if (!exchange) throw new Error(`The sample has no ${step}.`)
  return exchange.request
}
const TOKEN_REQUEST = requestOf('token-request')
const CALLBACK_REQUEST = requestOf('callback-request')

const edit = (draft: Draft, ...actions: DraftAction[]): Draft => actions.reduce(reduceDraft, draft)
const idOf = (draft: Draft, group: Group, name: string): number => {
  const field = draft.fields[group].find((one) => one.name === name)
  if (!field) throw new Error(`The draft has no ${name}.`)
  return field.id
}
const bodyParameters = (request: HttpRequest) => Object.fromEntries(new URLSearchParams(request.body ?? ''))

describe('a draft', () => {
  it.each(exchanges.map(({ step, request }) => ({ step, request })))(
    'leaves an untouched $step as it was, byte for byte',
    ({ request }) => {
      expect(assemble(draftOf(request, BASES))).toEqual(request)
      expect(changeCount(draftOf(request, BASES))).toBe(0)
    },
  )

  it('keeps the bytes of what was not edited: an odd encoding of the query survives a changed header', () => {
    const request = { ...CALLBACK_REQUEST, url: `${CLIENT}/callback?code=a%20b+c&state=%7e&empty` }
    const draft = edit(draftOf(request, BASES), { type: 'add', group: 'headers', pair: ['x-note', 'hello'] })
    expect(assemble(draft).url).toBe(request.url)
  })

  it('changes, removes and adds form parameters', () => {
    const draft = draftOf(TOKEN_REQUEST, BASES)
    const edited = edit(
      draft,
      { type: 'field', group: 'form', id: idOf(draft, 'form', 'redirect_uri'), change: { value: 'http://other/' } },
      { type: 'remove', group: 'form', id: idOf(draft, 'form', 'code_verifier') },
      { type: 'add', group: 'form', pair: ['scope', 'photos.read photos.write'] },
    )
    expect(changeCount(edited)).toBe(3)
    expect(bodyParameters(assemble(edited))).toEqual({
      grant_type: 'authorization_code',
      code: SECRETS.code,
      redirect_uri: 'http://other/',
      scope: 'photos.read photos.write',
    })
    expect(assemble(edited).headers).toEqual(TOKEN_REQUEST.headers)
  })

  it('sends a parameter twice when it was added twice', () => {
    const draft = edit(draftOf(TOKEN_REQUEST, BASES), { type: 'add', group: 'form', pair: ['code', 'second'] })
    expect(new URLSearchParams(assemble(draft).body ?? '').getAll('code')).toEqual([SECRETS.code, 'second'])
  })

  it('puts edited cookies back into their header, and drops the header with the last of them', () => {
    const draft = draftOf(CALLBACK_REQUEST, BASES)
    const id = idOf(draft, 'cookies', 'photo_editor')
    const changed = edit(draft, { type: 'field', group: 'cookies', id, change: { value: 'stolen' } })
    expect(assemble(changed).headers).toContainEqual(['cookie', 'photo_editor=stolen'])
    const removed = edit(draft, { type: 'remove', group: 'cookies', id })
    expect(assemble(removed).headers.map(([name]) => name)).not.toContain('cookie')
  })

  it('says what the body is once a form parameter was added to a request without one', () => {
    const draft = edit(
      draftOf(CALLBACK_REQUEST, BASES),
      { type: 'method', value: 'POST' },
      { type: 'add', group: 'form', pair: ['a', 'b'] },
    )
    expect(assemble(draft)).toMatchObject({ method: 'POST', body: 'a=b' })
    expect(assemble(draft).headers).toContainEqual(['content-type', 'application/x-www-form-urlencoded'])
  })

  it('restores a field, forgets an added one, and undoes everything', () => {
    const draft = draftOf(TOKEN_REQUEST, BASES)
    const id = idOf(draft, 'form', 'code')
    const changed = edit(draft, { type: 'field', group: 'form', id, change: { name: 'kode', value: 'x' } })
    expect(edit(changed, { type: 'restore', group: 'form', id })).toEqual(draft)
    const added = edit(draft, { type: 'add', group: 'query' })
    const [field] = added.fields.query
    expect(edit(added, { type: 'remove', group: 'query', id: field?.id ?? -1 })).toEqual(draft)
    expect(edit(changed, { type: 'reset' })).toEqual(draft)
  })

  it('goes to the raw body and back without losing what was typed or what it was', () => {
    const draft = draftOf(TOKEN_REQUEST, BASES)
    const raw = edit(
      draft,
      { type: 'remove', group: 'form', id: idOf(draft, 'form', 'code_verifier') },
      { type: 'raw-body', on: true },
    )
    expect(raw.rawBody).not.toContain('code_verifier')
    const back = edit(raw, { type: 'body', value: `${raw.rawBody}&extra=1` }, { type: 'raw-body', on: false })
    expect(back.fields.form.find(({ name }) => name === 'code_verifier')).toMatchObject({
      removed: true,
      was: ['code_verifier', SECRETS.verifier],
    })
    expect(back.fields.form.find(({ name }) => name === 'extra')).toMatchObject({ was: null })
    expect(changeCount(back)).toBe(2)
  })

  it('keeps the receiver’s base fixed and lets the path below it change', () => {
    const draft = edit(draftOf(TOKEN_REQUEST, BASES), { type: 'path', value: '/introspect' })
    expect(assemble(draft).url).toBe(`${ISSUER}/introspect`)
  })
})

describe('problems', () => {
  const draft = draftOf(TOKEN_REQUEST, BASES)
  const sentences = (...actions: DraftAction[]) => problemsOf(edit(draft, ...actions)).map(({ sentence }) => sentence)

  it('finds none in any recorded request', () => {
    for (const { request } of exchanges) expect(problemsOf(draftOf(request, BASES))).toEqual([])
  })

  it.each<[string, DraftAction, RegExp]>([
    ['a path without a slash', { type: 'path', value: 'token' }, /begins with a slash/],
    ['a query in the path', { type: 'path', value: '/token?a=b' }, /put parameters into the query/],
    ['a parameter without a name', { type: 'add', group: 'form' }, /Give it a name/],
    ['a header name with a space', { type: 'add', group: 'headers', pair: ['bad name', 'x'] }, /letters, digits/],
    ['a line break in a header', { type: 'add', group: 'headers', pair: ['x', 'a\r\nb: c'] }, /one line/],
    ['a header the connection sets', { type: 'add', group: 'headers', pair: ['Host', 'evil.test'] }, /connection/],
    ['a cookie as a header', { type: 'add', group: 'headers', pair: ['cookie', 'a=b'] }, /own table/],
    ['a semicolon in a cookie', { type: 'add', group: 'cookies', pair: ['a', 'b;c'] }, /no semicolons/],
    ['a GET with a body', { type: 'method', value: 'GET' }, /cannot carry a body/],
  ])('explains %s in a sentence', (_, action, sentence) => {
    expect(sentences(action)).toEqual([expect.stringMatching(sentence)])
  })
})

describe('mutations', () => {
  const clients = [
    { client_id: 'photo-editor', scope: 'photos.read' },
    { client_id: 'photo-gallery', scope: 'photos.read usage.read' },
  ]
  const mutate = (request: HttpRequest, id: string): HttpRequest => {
    const draft = draftOf(request, BASES)
    const mutation = mutationsFor(draft, { clients }).find((one) => one.id === id)
    const changed = mutation?.apply(draft, { clients })
    if (!changed) throw new Error(`${id} does not apply.`)
    return assemble(changed)
  }

  it('offers only what the message has', () => {
    const ids = (request: HttpRequest) => mutationsFor(draftOf(request, BASES), { clients }).map(({ id }) => id)
    expect(ids(TOKEN_REQUEST)).toEqual([
      'no-verifier',
      'other-verifier',
      'other-redirect',
      'other-client',
      'wrong-secret',
      'other-code',
    ])
    expect(ids(CALLBACK_REQUEST)).toEqual(['no-state', 'other-state', 'other-code'])
    expect(ids(requestOf('resource-request'))).toEqual(['no-token', 'other-token'])
  })

  it('drops the verifier, or sends another of the same length', () => {
    expect(bodyParameters(mutate(TOKEN_REQUEST, 'no-verifier'))).not.toHaveProperty('code_verifier')
    const { code_verifier } = bodyParameters(mutate(TOKEN_REQUEST, 'other-verifier'))
    expect(code_verifier).toHaveLength(SECRETS.verifier.length)
    expect(code_verifier).not.toBe(SECRETS.verifier)
  })

  it('swaps the client inside HTTP Basic and keeps its secret', () => {
    const [, value] = mutate(TOKEN_REQUEST, 'other-client').headers.find(([name]) => name === 'authorization') ?? []
    expect(value).toBe(`Basic ${btoa(`photo-gallery:${SECRETS.clientSecret}`)}`)
  })

  it('widens the scope by one a client of the lab knows', () => {
    const url = new URL(mutate(requestOf('authorization-request'), 'wider-scope').url)
    expect(url.searchParams.get('scope')).toBe('photos.read usage.read')
  })
})
