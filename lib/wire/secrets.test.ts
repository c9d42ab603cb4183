import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { encodeBase64Url, encodeUtf8 } from '@/lib/oauth/base64url'
import type { SecretReport } from '@/lib/oauth/environment'
import type { HeaderList, HttpRequest, HttpResponse } from '@/lib/oauth/http'
import { carriedByRequest, carriedByResponse, sightedIn, type Way } from './secrets'

const VALUE = 'S3cret+/=& value'
const SECRET: SecretReport = { kind: 'authorization_code', value: VALUE, madeBy: 'authorization-server' }
const encoded = encodeURIComponent(VALUE)
const jwt = (payload: object) =>
  `${encodeBase64Url(encodeUtf8('{"alg":"ES256"}'))}.${encodeBase64Url(encodeUtf8(JSON.stringify(payload)))}.c2ln`

function request(changes: Partial<HttpRequest> = {}): { request: HttpRequest; response: null } {
  return { request: { method: 'GET', url: 'http://localhost/', headers: [], body: null, ...changes }, response: null }
}
function response(changes: Partial<HttpResponse>): { request: HttpRequest; response: HttpResponse } {
  return { request: request().request, response: { status: 200, headers: [], body: null, ...changes } }
}
const form: HeaderList = [['content-type', 'application/x-www-form-urlencoded; charset=utf-8']]
const json: HeaderList = [['content-type', 'application/json']]
const html: HeaderList = [['content-type', 'text/html; charset=utf-8']]
const WHOLE = [{ kind: 'authorization_code', value: VALUE, derived: false }]

describe('a request carries a secret', () => {
  it.each<[string, Partial<HttpRequest>]>([
    ['in its query', { url: `http://localhost/callback?code=${encoded}` }],
    ['in a form', { method: 'POST', headers: form, body: new URLSearchParams({ code: VALUE }).toString() }],
    ['in JSON', { method: 'POST', headers: json, body: JSON.stringify({ deep: [{ token: VALUE }] }) }],
    ['as a password of Basic', { headers: [['authorization', `Basic ${btoa(`photo-editor:${encoded}`)}`]] }],
    ['as a user name of Basic', { headers: [['authorization', `Basic ${btoa(`${encoded}:x`)}`]] }],
    ['in a cookie', { headers: [['cookie', `a=1; sid=${VALUE}; b=2`]] }],
    ['in Referer', { headers: [['referer', `http://localhost/callback?code=${encoded}&state=x`]] }],
    [
      'in a URL inside a parameter',
      { url: `http://localhost/login?return_to=${encodeURIComponent(`/authorize?x=${encoded}`)}` },
    ],
    ['inside a JWT', { headers: [['authorization', `Bearer ${jwt({ nested: { nonce: VALUE } })}`]] }],
  ])('%s', (_where, changes) => {
    expect(carriedByRequest(request(changes), [SECRET])).toEqual(WHOLE)
  })

  it('as a bearer token', () => {
    const token: SecretReport = { kind: 'access_token', value: jwt({ sub: 'alice' }), madeBy: 'authorization-server' }
    const message = request({ headers: [['authorization', `Bearer ${token.value}`]] })
    expect(carriedByRequest(message, [token])).toEqual([{ kind: 'access_token', value: token.value, derived: false }])
  })

  it('not when a longer value merely contains it, nor when the response does', () => {
    expect(carriedByRequest(request({ url: `http://localhost/?q=x${encoded}` }), [SECRET])).toEqual([])
    expect(carriedByRequest(response({ headers: [['location', `/cb?code=${encoded}`]] }), [SECRET])).toEqual([])
  })

  it('not when the body is no form', () => {
    const headers: HeaderList = [['content-type', 'text/plain']]
    expect(carriedByRequest(request({ method: 'POST', headers, body: `code=${encoded}` }), [SECRET])).toEqual([])
  })
})

describe('a response carries a secret', () => {
  it.each<[string, Partial<HttpResponse>]>([
    ['in the query of Location', { headers: [['location', `http://localhost/cb?code=${encoded}`]] }],
    ['in the fragment of Location', { headers: [['location', `http://localhost/cb#a=1&code=${encoded}`]] }],
    ['in a relative Location', { headers: [['location', `consent?transaction=${encoded}`]] }],
    [
      'in Set-Cookie',
      {
        headers: [
          ['set-cookie', 'a=1'],
          ['set-cookie', `sid=${VALUE}; Path=/; HttpOnly`],
        ],
      },
    ],
    ['in JSON', { headers: json, body: JSON.stringify({ code: VALUE }) }],
    ['in a JWT in JSON', { headers: json, body: JSON.stringify({ id_token: jwt({ nonce: VALUE }) }) }],
    ['in a hidden input', { headers: html, body: `<input type="hidden" name="code" value="S3cret+/=&amp; value">` }],
    ['in a link', { headers: html, body: `<a href='/next?a=1&amp;code=${encoded}'>next</a>` }],
  ])('%s', (_where, changes) => {
    expect(carriedByResponse(response(changes), [SECRET])).toEqual(WHOLE)
  })

  it('not without a response, nor in text for people', () => {
    expect(carriedByResponse(request(), [SECRET])).toEqual([])
    expect(carriedByResponse(response({ headers: html, body: `<p>${VALUE}</p>` }), [SECRET])).toEqual([])
  })
})

describe('a hash of a secret', () => {
  const verifier: SecretReport = {
    kind: 'code_verifier',
    value: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
    madeBy: 'client',
  }
  const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
  const registered: SecretReport = { kind: 'code_challenge', value: challenge, madeBy: 'client' }
  const authorize = request({ url: `http://localhost/authorize?code_challenge=${challenge}` })

  it('counts as derived (RFC 7636, appendix B)', () => {
    expect(carriedByRequest(authorize, [verifier, registered])).toEqual([
      { kind: 'code_verifier', value: verifier.value, derived: true },
      { kind: 'code_challenge', value: challenge, derived: false },
    ])
  })

  it('beside the whole secret, the whole counts', () => {
    const both = request({ url: `${authorize.request.url}&code_verifier=${verifier.value}` })
    expect(carriedByRequest(both, [verifier])).toEqual([
      { kind: 'code_verifier', value: verifier.value, derived: false },
    ])
  })

  it('at_hash, the left half, is one too, and hexadecimal', () => {
    const digest = createHash('sha256').update(VALUE).digest()
    const half = encodeBase64Url(new Uint8Array(digest.subarray(0, 16)))
    for (const value of [half, digest.toString('hex')]) {
      const message = response({ headers: json, body: JSON.stringify({ id_token: jwt({ at_hash: value }) }) })
      expect(carriedByResponse(message, [SECRET])).toEqual([{ ...WHOLE[0], derived: true }])
    }
  })
})

it('broken encodings carry nothing and break nothing', () => {
  const headers: HeaderList = [
    ['authorization', 'Basic %%%'],
    ['authorization', 'Basic /w=='],
    ['cookie', ';;=;'],
    ['referer', 'http://['],
  ]
  expect(carriedByRequest(request({ url: 'http://localhost/?%zz=%e0', headers }), [SECRET])).toEqual([])
  for (const body of ['{', '[[[['.repeat(20_000), '['.repeat(30_000) + ']'.repeat(30_000)]) {
    expect(carriedByResponse(response({ headers: json, body }), [SECRET])).toEqual([])
  }
})

describe('how a secret stands in a message', () => {
  it.each<[Way[], Partial<HttpRequest>]>([
    [['url'], { url: `http://localhost/callback?code=${encoded}` }],
    [['form'], { method: 'POST', headers: form, body: new URLSearchParams({ code: VALUE }).toString() }],
    [['json'], { method: 'POST', headers: json, body: JSON.stringify({ deep: [{ token: VALUE }] }) }],
    [['basic'], { headers: [['authorization', `Basic ${btoa(`photo-editor:${encoded}`)}`]] }],
    [['cookie'], { headers: [['cookie', `a=1; sid=${VALUE}`]] }],
    [['referer'], { headers: [['referer', `http://localhost/callback?code=${encoded}`]] }],
    [['jwt'], { headers: [['authorization', `Bearer ${jwt({ nonce: VALUE })}`]] }],
    // A URL inside a form field travels in the form; the claims of a token in the address are a JWT's.
    [['form'], { method: 'POST', headers: form, body: `to=${encodeURIComponent(`/cb?code=${encoded}`)}` }],
    [['jwt'], { url: `http://localhost/logout?id_token_hint=${jwt({ sid: VALUE })}` }],
    [['url', 'cookie'], { url: `http://localhost/?t=${encoded}`, headers: [['cookie', `t=${VALUE}`]] }],
  ])('%o in a request', (ways, changes) => {
    expect(sightedIn(request(changes), 'request', [SECRET])).toEqual([{ ...WHOLE[0], ways }])
  })

  it('behind Bearer and DPoP it is a token', () => {
    const token: SecretReport = { kind: 'access_token', value: 'opaque', madeBy: 'authorization-server' }
    for (const scheme of ['Bearer', 'DPoP']) {
      const message = request({ headers: [['authorization', `${scheme} opaque`]] })
      expect(sightedIn(message, 'request', [token]).map(({ ways }) => ways)).toEqual([['token']])
    }
  })

  it.each<[Way[], Partial<HttpResponse>]>([
    [['url'], { headers: [['location', `http://localhost/cb?code=${encoded}`]] }],
    [['url'], { headers: [['location', `consent?transaction=${encoded}`]] }],
    [['fragment'], { headers: [['location', `http://localhost/cb?a=1#b=2&code=${encoded}`]] }],
    [['jwt'], { headers: [['location', `http://localhost/cb#id_token=${jwt({ nonce: VALUE })}`]] }],
    [['cookie'], { headers: [['set-cookie', `sid=${VALUE}; Path=/; HttpOnly`]] }],
    [['json'], { headers: json, body: JSON.stringify({ uri: `http://localhost/device?user_code=${encoded}` }) }],
    [['page'], { headers: html, body: `<a href='/next?a=1&amp;code=${encoded}'>next</a>` }],
  ])('%o in a response', (ways, changes) => {
    expect(sightedIn(response(changes), 'response', [SECRET])).toEqual([{ ...WHOLE[0], ways }])
  })
})
