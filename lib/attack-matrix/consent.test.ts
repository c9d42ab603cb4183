import { beforeAll, describe, expect, test } from 'vitest'
import { findAttack } from '@/lib/attacks'
import type { Attack, GrantSlug } from '@/lib/attacks/attack'
import { PRESETS, type Preset } from '@/lib/oauth/policy'
import { originsOf } from '@/lib/server/origins'
import { type Cell, type CellRunner, cellRunner } from './cell'
import { type MatrixHost, matrixHost } from './host'

let host: MatrixHost
let runner: CellRunner

beforeAll(async () => {
  host = await matrixHost('consent', (lab) => originsOf({ appOrigin: 'http://localhost:3000', parties: 'ports' }, lab))
  runner = cellRunner(host)
})

function attackNamed(slug: string): Attack {
  const attack = findAttack(slug)
  if (!attack) throw new Error(`There is no attack ${slug}.`)
  return attack
}

const inShort = ({ verdict, stoppedBy }: Cell) => (stoppedBy === null ? verdict : `${verdict} by ${stoppedBy}`)
const VERDICTS: Readonly<Record<string, string>> = { '!': 'vulnerable', '-': 'not-applicable' }

/** Permissive, rfc6749, bcp, oauth21, fapi2: `!` succeeds, `-` is not applicable, else the check that stops it. */
type Row = readonly [slug: string, grant: GrantSlug, P0: string, P1: string, P2: string, P3: string, P4: string]

const IMPLICIT = ['no-token-in-redirect', 'no-token-in-redirect', '-'] as const
const FRAMED = ['frame-allowed', 'frame-allowed'] as const
const ERRORS = ['error-redirect-allowed', 'error-redirect-allowed'] as const

const TABLE: readonly Row[] = [
  ['token-as-login', 'implicit', '!', 'login.proof', ...IMPLICIT],
  ['token-as-login', 'openid-connect', '!', 'login.proof', 'login.proof', 'login.proof', 'login.proof'],
  ['token-as-login', 'authorization-code', '-', '-', '-', '-', '-'],
  ['mix-up', 'authorization-code', '!', '!', 'callback.issuer', 'callback.issuer', 'callback.issuer'],
  ['mix-up', 'authorization-code-browser', '-', '-', '-', '-', '-'],
  ['id-token-forgery', 'openid-connect', '!', '!', 'id-token.audience', 'id-token.audience', 'id-token.audience'],
  ['id-token-forgery', 'authorization-code', '-', '-', '-', '-', '-'],
  ['password-posted-on', 'authorization-code', '!', '!', 'redirectStatus', 'redirectStatus', 'redirectStatus'],
  ['password-posted-on', 'authorization-code-browser', '!', '!', 'redirectStatus', 'redirectStatus', '-'],
  ['password-posted-on', 'implicit', '!', '!', ...IMPLICIT],
  ['clickjacking', 'authorization-code', '!', '!', ...FRAMED, 'frame-allowed'],
  ['clickjacking', 'authorization-code-browser', '!', '!', ...FRAMED, '-'],
  ['clickjacking', 'implicit', '!', '!', ...IMPLICIT],
  ['open-redirector', 'authorization-code', '!', '!', ...ERRORS, 'error-redirect-allowed'],
  ['open-redirector', 'authorization-code-browser', '!', '!', ...ERRORS, '-'],
  ['open-redirector', 'implicit', '!', '!', ...ERRORS, '-'],
  [
    'client-impersonation',
    'authorization-code-browser',
    '!',
    'silent-consent',
    'silent-consent',
    'silent-consent',
    '-',
  ],
  ['client-impersonation', 'implicit', '!', 'silent-consent', ...IMPLICIT],
  ['client-impersonation', 'authorization-code', '-', '-', '-', '-', '-'],
]

describe.each(TABLE)('%s on %s', (slug, grant, ...expected) => {
  test.each(PRESETS.map((preset, index) => [preset, expected[index] ?? '']))('%s: %s', async (preset, wanted) => {
    const cell = await runner.run(attackNamed(slug), grant, preset as Preset)
    expect(inShort(cell), cell.evidence.sentence).toBe(VERDICTS[wanted] ?? `stopped by ${wanted}`)
    for (const { turned } of cell.evidence.cases) expect(turned, 'nothing else stops it').toBe(true)
    expect(host.failures).toEqual([])
  })
})

test.each([...new Set(TABLE.map(([slug]) => slug))])(
  '%s is not applicable where no browser takes part, for a reason that was looked at',
  async (slug) => {
    for (const grant of ['password', 'client-credentials'] as const) {
      const cell = await runner.run(attackNamed(slug), grant, 'permissive')
      expect(cell.verdict).toBe('not-applicable')
      expect(cell.evidence.sentence).toMatch(/in the honest run/)
    }
  },
)

test('each way to an ID token that says Alice is stopped by the check it is up against', async () => {
  const { evidence } = await runner.run(attackNamed('id-token-forgery'), 'openid-connect', 'bcp')
  expect(Object.fromEntries(evidence.cases.map(({ case: id, stoppedBy }) => [id, stoppedBy]))).toEqual({
    'another-app': 'id-token.audience',
    none: 'id-token.algorithm',
    'public-key-as-secret': 'id-token.algorithm',
    'own-key': 'id-token.signature',
    kid: 'id-token.algorithm',
    'another-issuer': 'id-token.issuer',
    'another-party': 'id-token.authorized-party',
    expired: 'id-token.expiry',
    'another-login': 'id-token.nonce',
  })
})

test('each way to be redirected on is stopped by the check it is up against', async () => {
  const { evidence } = await runner.run(attackNamed('open-redirector'), 'authorization-code', 'bcp')
  expect(Object.fromEntries(evidence.cases.map(({ case: id, stoppedBy }) => [id, stoppedBy]))).toEqual({
    incomplete: 'error-redirect-allowed',
    'no-questions': 'error-redirect-allowed',
    'signing-out': 'logout-redirect-vouched',
    'foreign-address': 'redirect-uri-registered',
  })
})

test('PKCE does not stop a mix-up: with the issuer unchecked, Mallory’s challenge comes back to her', async () => {
  const { evidence } = await runner.run(attackNamed('mix-up'), 'authorization-code', 'bcp')
  expect(evidence.cases.map(({ layers }) => layers)).toEqual([[{ check: 'callback.issuer', by: 'client' }]])
})

test('a framed page gets no cookie either: with framing allowed, that alone stops the click', async () => {
  const { evidence } = await runner.run(attackNamed('clickjacking'), 'authorization-code', 'bcp')
  expect(evidence.cases[0]?.layers).toContainEqual({ setting: 'cookiesAcrossSites', weakened: true })
})

test('where all parties share one origin, the same attacks succeed', async () => {
  const oneOrigin = await matrixHost('one origin', (lab) =>
    originsOf({ appOrigin: 'https://lab.example', parties: 'path' }, lab),
  )
  const { run } = cellRunner(oneOrigin)
  const succeeding = TABLE.filter(([, , permissive]) => permissive === '!')
  for (const [slug, grant] of succeeding) {
    const { verdict, evidence } = await run(attackNamed(slug), grant, 'permissive')
    expect(verdict, `${slug} on ${grant}: ${evidence.sentence}`).toBe('vulnerable')
  }
  expect(oneOrigin.failures).toEqual([])
})
