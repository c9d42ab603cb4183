import { describe, expect, it } from 'vitest'
import { messageFields, provenance } from './provenance'
import { CHALLENGE, EXCHANGES, exchangeAt } from './sample-run'

const origin = (seq: number, kind: 'request' | 'response', name: string) => {
  const found = provenance(EXCHANGES, exchangeAt(seq), kind).find((field) => field.name === name)
  if (!found) throw new Error(`Message ${seq} has no ${name}.`)
  return found
}

describe('fields of a message', () => {
  it('of a request: query, headers, cookies, form', () => {
    expect(messageFields(exchangeAt(4), 'request')).toEqual([
      { group: 'query', name: 'code', value: 'SplxlOBeZQQYbYS6WxSbIA' },
      { group: 'query', name: 'state', value: 'af0ifjsldkj+x' },
      { group: 'cookie', name: 'app', value: 'c1Wq3vYb0mX8' },
    ])
    expect(messageFields(exchangeAt(5), 'request').map(({ group, name }) => `${group} ${name}`)).toEqual([
      'header authorization',
      'header content-type',
      'form grant_type',
      'form code',
      'form code_verifier',
    ])
  })

  it('of a response: headers, the parameters of Location, cookies without attributes, JSON by path', () => {
    expect(messageFields(exchangeAt(3), 'response')).toEqual([
      { group: 'header', name: 'location', value: expect.stringContaining('/callback?code=') },
      { group: 'location', name: 'code', value: 'SplxlOBeZQQYbYS6WxSbIA' },
      { group: 'location', name: 'state', value: 'af0ifjsldkj+x' },
      { group: 'cookie', name: 'as', value: 'S9hJp2Qw=' },
    ])
    expect(messageFields(exchangeAt(5), 'response').slice(1)).toEqual([
      { group: 'json', name: 'access_token', value: 'opaque-access-token' },
      { group: 'json', name: 'expires_in', value: '300' },
      { group: 'json', name: 'keys.0', value: 'a' },
      { group: 'json', name: 'keys.1', value: 'null' },
    ])
    expect(messageFields({ ...exchangeAt(1), response: null }, 'response')).toEqual([])
  })
})

describe('where a value came from', () => {
  it('names the message it first stood in, and its sender', () => {
    expect(origin(4, 'request', 'code').first).toEqual({ seq: 3, kind: 'response', by: 'authorization-server' })
    expect(origin(4, 'request', 'state').first).toEqual({ seq: 1, kind: 'response', by: 'client' })
    expect(origin(5, 'request', 'code').first).toEqual({ seq: 3, kind: 'response', by: 'authorization-server' })
  })

  it('is null for a value that is new in this message', () => {
    expect(origin(5, 'request', 'code_verifier').first).toBeNull()
    expect(origin(1, 'response', 'code_challenge').first).toBeNull()
  })

  it('looks into packed values: a bearer token came with the token response', () => {
    expect(origin(6, 'request', 'authorization').first).toEqual({
      seq: 5,
      kind: 'response',
      by: 'authorization-server',
    })
  })

  it('short values count as the same only under the same name', () => {
    expect(origin(5, 'response', 'keys.0').first).toBeNull()
    expect(origin(2, 'request', 'x').first).toEqual({ seq: 1, kind: 'response', by: 'client' })
  })

  it('a response may take up its own request', () => {
    const echo = {
      ...exchangeAt(4),
      response: { status: 303, headers: [['location', '/x?state=af0ifjsldkj%2Bx']] as [string, string][], body: null },
    }
    const [, state] = provenance([], echo, 'response')
    expect(state?.first).toBeNull()
    const recorded = provenance([echo], echo, 'response').find(({ name }) => name === 'state')
    expect(recorded?.first).toEqual({ seq: 4, kind: 'request', by: 'browser' })
  })
})

describe('who read it', () => {
  const readers = (...at: Parameters<typeof origin>) =>
    origin(...at).readBy.map(({ seq, check }) => `${seq} ${check.id}`)

  it('the receiver, in the same exchange and later on what it kept', () => {
    expect(readers(2, 'request', 'code_challenge')).toEqual(['2 challenge-syntax', '5 pkce'])
    expect(origin(2, 'request', 'code_challenge').value).toBe(CHALLENGE)
  })

  it('not a check that was off or never reached, nor another party’s', () => {
    expect(readers(5, 'request', 'code')).toEqual(['5 code-known'])
    expect(readers(4, 'request', 'code')).toEqual([])
  })

  it('headers by their name in any case, with their own message only', () => {
    expect(readers(5, 'request', 'authorization')).toEqual(['5 secret'])
    expect(readers(5, 'request', 'content-type')).toEqual(['5 form-body'])
    expect(readers(6, 'request', 'authorization')).toEqual(['6 bearer-token'])
    expect(readers(3, 'request', 'content-type')).toEqual([])
  })

  it('cookies by their name, which is no name of a parameter', () => {
    expect(readers(4, 'request', 'app')).toEqual(['4 session-known'])
    expect(readers(4, 'request', 'state')).toEqual([])
  })

  it('a response’s fields are read by whoever asked', () => {
    expect(readers(5, 'response', 'access_token')).toEqual(['5 token-response'])
  })

  it('a later message with another value under the name takes the readers with it', () => {
    const again = {
      ...exchangeAt(2),
      seq: 3,
      request: { ...exchangeAt(2).request, url: 'http://localhost:3001/authorize?code_challenge=other-one' },
    }
    const run = [exchangeAt(2), again, exchangeAt(5)]
    const field = provenance(run, exchangeAt(2), 'request').find(({ name }) => name === 'code_challenge')
    expect(field?.readBy.map(({ seq }) => seq)).toEqual([2])
  })
})
