import { describe, expect, test } from 'vitest'
import { recordFlow } from '@/lib/testing/recording'
import { carriedByRequest } from '@/lib/wire/secrets'
import { CATALOGUE } from '@/machines/catalogue'
import { namedSecrets } from './named-secrets'
import { readRunFile } from './read-run-file'
import { secretsOf } from './recording'
import { disguised, RUN_LIMIT, writeRunFile } from './run-file'
import { scanForSecrets } from './scan'

describe.each(CATALOGUE.map(({ slug }) => slug))('%s', (flow) => {
  test('a saved run holds no live value, and reads back as it was written', async () => {
    const { recording } = await recordFlow(flow)
    const safe = disguised(recording)
    const file = writeRunFile(safe, 'replaced')
    expect(scanForSecrets(file, namedSecrets(recording))).toEqual([])
    expect(file.length).toBeLessThan(RUN_LIMIT)
    expect(readRunFile(file)).toEqual({ recording: safe, secrets: 'replaced' })
  })

  test('with the lab’s secrets it is the recording itself', async () => {
    const { recording } = await recordFlow(flow)
    const file = writeRunFile(recording, 'included')
    expect(readRunFile(file)).toEqual({ recording, secrets: 'included' })
    expect(scanForSecrets(file, namedSecrets(recording)).length, 'the scanner sees them').toBeGreaterThan(3)
  })
})

describe('disguise', () => {
  test('the same value has the same name in URLs, forms, Basic, cookies, claims and rows', async () => {
    const { recording } = await recordFlow('openid-connect')
    const safe = disguised(recording)
    const names = new Map(namedSecrets(recording).map(({ name, value }) => [value, name]))
    const made = (kind: string) => names.get(secretsOf(recording).find((secret) => secret.kind === kind)?.value ?? '')
    expect(made('authorization_code')).toBe('code~1')
    const text = JSON.stringify(safe)
    expect(text).toContain('/callback?code=code~1&state=state~1')
    expect(text).toContain('&code=code~1&')
    expect(text).toContain('client_session=session_cookie~1')
    expect(text, 'what the server keeps of the code').toContain('hash-of-code~1')
    const basic = safe.exchanges.flatMap(({ request }) => request.headers.filter(([name]) => name === 'authorization'))
    const [, credentials = ''] = basic.find(([, value]) => value.startsWith('Basic ')) ?? []
    expect(atob(credentials.slice(6))).toMatch(/^photo%2Deditor:client_secret~\d$/)
    const idToken = /"id_token":"eyJ[\w-]+\.([\w-]+)\.(ID_token~1)/.exec(text.replaceAll('\\"', '"'))
    expect(JSON.parse(atob((idToken?.[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')))).toMatchObject({
      nonce: 'nonce~1',
      sub: 'alice',
    })
  })

  test('a disguised run still says which message carries what', async () => {
    const { recording } = await recordFlow('authorization-code')
    const safe = disguised(recording)
    const kinds = ({ exchanges, castSecrets }: typeof safe) =>
      exchanges.map((one) => carriedByRequest(one, secretsOf({ exchanges, castSecrets })).map(({ kind }) => kind))
    const full = ({ exchanges, castSecrets }: typeof safe) =>
      exchanges.map((one) =>
        carriedByRequest(one, secretsOf({ exchanges, castSecrets }))
          .filter(({ derived }) => !derived)
          .map(({ kind }) => kind),
      )
    expect(full(safe)).toEqual(full(recording))
    expect(kinds(safe).flat()).toContain('code_verifier')
  })

  test('a run that stops at the login page holds nothing either', async () => {
    const { recording } = await recordFlow('authorization-code', { presses: 5 })
    expect(recording.onTheWire).not.toBeNull()
    const file = writeRunFile(disguised(recording), 'replaced')
    expect(scanForSecrets(file, namedSecrets(recording))).toEqual([])
    expect(file).not.toMatch(/value=\\"[A-Za-z0-9_-]{32,}\\"/)
  })
})

describe('a file that cannot be read', () => {
  test.each([
    ['no JSON', 'PNG', /not JSON.*\.oauthrun\.json/],
    ['another JSON', '{"log":{"version":"1.2"}}', /not a run saved by Grant Lab/],
    ['a later version', '{"format":"grant-lab-run","version":9}', /file version 9, this app reads 1/],
    ['a damaged one', '{"format":"grant-lab-run","version":1,"secrets":"replaced"}', /damaged at flow/],
    ['one that is too large', ' '.repeat(RUN_LIMIT + 1), /too large.*12 MB/],
  ])('%s gets a sentence', (_what, text, sentence) => {
    const read = readRunFile(text)
    expect('error' in read && read.error).toMatch(sentence)
  })

  test('a message without a URL is refused where it stands', async () => {
    const { recording } = await recordFlow('client-credentials')
    const file = JSON.parse(writeRunFile(recording, 'included'))
    file.exchanges[0].request.url = 'javascript'
    const read = readRunFile(JSON.stringify(file))
    expect('error' in read && read.error).toContain('exchanges.0.request.url')
  })
})
