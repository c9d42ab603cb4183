import { beforeAll, describe, expect, test } from 'vitest'
import { findAttack, findPlan } from '@/lib/attacks'
import type { Attack, GrantSlug } from '@/lib/attacks/attack'
import { PRESETS, type Preset, type SwitchValue } from '@/lib/oauth/policy'
import { originsOf } from '@/lib/server/origins'
import { recordedAttempt } from './attempt'
import { type Cell, type CellRunner, cellRunner } from './cell'
import { type MatrixHost, matrixHost } from './host'
import { nameOf } from './layers'

let host: MatrixHost
let runner: CellRunner

beforeAll(async () => {
  host = await matrixHost('clients', (lab) => originsOf({ appOrigin: 'http://localhost:3000', parties: 'ports' }, lab))
  runner = cellRunner(host)
})

function attackNamed(slug: string): Attack {
  const attack = findAttack(slug)
  if (!attack) throw new Error(`There is no attack ${slug}.`)
  return attack
}

const NOTHING = ['-', '-', '-', '-', '-'] as const
const thrice = (check: string) => [check, check, check] as const

/** Permissive, rfc6749, bcp, oauth21, fapi2: `!` succeeds, `-` is not applicable, else what stops it. */
const TABLE: readonly [slug: string, grant: GrantSlug, ...cells: string[]][] = [
  [
    ...(['client-assertion-forgery', 'authorization-code', '!', 'assertion-algorithm-allowed'] as const),
    ...thrice('assertion-algorithm-allowed'),
  ],
  ['client-assertion-forgery', 'client-credentials', '!', ...thrice('assertion-unused'), 'assertion-unused'],
  ['client-assertion-forgery', 'authorization-code-browser', ...NOTHING],
  ['client-assertion-forgery', 'implicit', ...NOTHING],
  ['client-assertion-forgery', 'password', ...NOTHING],
  ['vouching-abuse', 'jwt-bearer', '!', ...thrice('user-assertion-unused'), 'user-assertion-unused'],
  ['vouching-abuse', 'authorization-code', ...NOTHING],
  ['vouching-abuse', 'client-credentials', ...NOTHING],
  ['exchange-escalation', 'token-exchange', '!', '!', 'subject-token-for-caller', 'subject-token-for-caller', '-'],
  ['exchange-escalation', 'authorization-code', ...NOTHING],
  ['exchange-by-another-actor', 'token-exchange', '!', '!', 'actor-allowed', 'actor-allowed', '-'],
  [
    ...(['exchange-for-more-scope', 'token-exchange', '!', 'exchange-scope-within'] as const),
    ...['subject-token-for-caller', 'subject-token-for-caller', '-'],
  ],
  ['registration-ssrf', 'authorization-code', '!', '!', ...thrice('registered-keys-by-value')],
  ['registration-ssrf', 'client-credentials', '!', '!', ...thrice('registered-keys-by-value')],
  ['registration-ssrf', 'implicit', '!', '!', '-', '-', '-'],
  ['registration-ssrf', 'password', '!', '!', '-', '-', '-'],
  ['pushed-request-swap', 'authorization-code', '!', 'request-uri-unused', ...thrice('request-uri-unused')],
  ['pushed-request-swap', 'authorization-code-browser', ...NOTHING],
  ['pushed-request-swap', 'implicit', ...NOTHING],
  ['device-phishing', 'device', '!', ...thrice('confirmUserCode'), '-'],
  ['device-phishing', 'authorization-code', ...NOTHING],
]

function inShort({ verdict, stoppedBy }: Cell): string {
  if (verdict === 'vulnerable') return '!'
  return verdict === 'not-applicable' ? '-' : `${stoppedBy ?? verdict}`
}

test.each(TABLE)('%s on %s', async (slug, grant, ...expected) => {
  const cells: Cell[] = []
  for (const preset of PRESETS) cells.push(await runner.run(attackNamed(slug), grant, preset))
  expect(cells.map(inShort)).toEqual(expected)
  for (const { verdict, evidence } of cells) {
    if (verdict === 'not-applicable') expect(evidence.sentence).not.toBe('')
    else expect(evidence.cases.every(({ turned }) => turned)).toBe(true)
  }
  expect(host.failures).toEqual([])
})

describe('each case meets the check it was made for', () => {
  const CASES: readonly [slug: string, grant: GrantSlug, preset: Preset, cases: Record<string, string>][] = [
    [
      ...(['client-assertion-forgery', 'client-credentials', 'bcp'] as const),
      {
        replayed: 'assertion-unused',
        none: 'assertion-algorithm-allowed',
        'public-key-as-secret': 'assertion-algorithm-allowed',
        'own-key': 'assertion-signature-genuine',
        kid: 'assertion-algorithm-allowed',
        'other-client': 'assertion-signature-genuine',
        'without-audience': 'assertion-algorithm-allowed',
        expired: 'assertion-current',
      },
    ],
    [
      ...(['client-assertion-forgery', 'client-credentials', 'permissive'] as const),
      {
        ...{ replayed: '!', none: '!', 'public-key-as-secret': '!', 'own-key': '!', kid: '!' },
        ...{ 'other-client': 'assertion-issuer-is-client', 'without-audience': 'assertion-audience' },
        expired: 'assertion-current',
      },
    ],
    [
      ...(['vouching-abuse', 'jwt-bearer', 'rfc6749'] as const),
      {
        replayed: 'user-assertion-unused',
        expired: 'user-assertion-current',
        none: 'user-assertion-algorithm',
        'public-key-as-secret': 'user-assertion-algorithm',
        'own-key': 'user-assertion-signature',
        kid: 'user-assertion-algorithm',
        'unknown-issuer': 'user-assertion-issuer-trusted',
        'other-company': 'user-assertion-subject',
        'other-audience': 'user-assertion-audience',
      },
    ],
    [
      ...(['exchange-escalation', 'token-exchange', 'bcp'] as const),
      {
        ...{ 'stray-token': 'subject-token-for-caller', 'expired-token': 'subject-token-unexpired' },
        'refresh-token': 'subject-token-known',
      },
    ],
    [
      ...(['pushed-request-swap', 'authorization-code', 'fapi2'] as const),
      {
        'used-again': 'request-uri-unused',
        'by-another-client': 'request-uri-bound-to-client',
        'found-later': 'request-uri-unexpired',
        guessed: 'request-uri-known',
      },
    ],
    [
      ...(['pushed-request-swap', 'authorization-code', 'permissive'] as const),
      {
        'used-again': '!',
        'by-another-client': 'request-uri-bound-to-client',
        'found-later': 'request-uri-unexpired',
        guessed: '!',
      },
    ],
    [...(['device-phishing', 'device', 'permissive'] as const), { usual: '!', 'opened-late': 'user-code-known' }],
  ]

  test.each(CASES)('%s on %s under %s', async (slug, grant, preset, expected) => {
    const { evidence } = await runner.run(attackNamed(slug), grant, preset)
    const met = evidence.cases.map((one) => [one.case, one.layers[0] ? nameOf(one.layers[0]) : '!'])
    expect(Object.fromEntries(met)).toEqual(expected)
  })

  test('an exchange by the wrong actor meets may_act, too', async () => {
    const { evidence } = await runner.run(attackNamed('exchange-escalation'), 'token-exchange', 'bcp')
    expect(evidence.cases[0]?.layers.map(nameOf)).toEqual([
      ...['subject-token-for-caller', 'actor-allowed', 'exchange-target-allowed'],
    ])
  })
})

test('codes that outlive Alice’s forty minutes let the late Alice connect Mallory’s device', async () => {
  const late = findPlan({ attack: 'device-phishing', grant: 'device', case: 'opened-late' })
  if (!late) throw new Error('There is no such case.')
  const policy = { ...late.case.policy, deviceCodeLifetimeSeconds: 3600 } as Record<string, SwitchValue>
  const { attempt } = await recordedAttempt(late, host, { preset: 'bcp', policy })
  expect(attempt.succeeded).toBe(true)
})

function plan(attack: string, grant: string) {
  const found = findPlan({ attack, grant })
  if (!found) throw new Error(`There is no attack ${attack} on ${grant}.`)
  return found
}

test('what stands inside comes out in the answer to Mallory, whom the drive itself turned away', async () => {
  const { lab, attempt } = await recordedAttempt(plan('registration-ssrf', 'client-credentials'), host, {
    preset: 'permissive',
  })
  const [outside, registration, inside] = lab.exchanges
  expect(attempt).toMatchObject({ succeeded: true, proof: inside?.seq })
  expect(outside?.response?.status).toBe(403)
  expect(inside).toMatchObject({ from: 'authorization-server', to: 'resource-server', parent: registration?.seq })
  expect(registration?.response?.body).toContain(lab.attacker.canaries.usage)
})

test('Alice closes a page that shows a code which none of her devices shows', async () => {
  const { lab, attempt } = await recordedAttempt(plan('device-phishing', 'device'), host, { preset: 'bcp' })
  expect(attempt).toMatchObject({ succeeded: false, stoppedAt: 'linked-code', refusal: null })
  expect(attempt.emptyHanded).toMatch(/^Alice compares: none of her devices shows [B-Z]{4}-[B-Z]{4}, so she closes/)
  expect(lab.exchanges.at(-1)).toMatchObject({ arrival: 'empty-handed', response: { status: 200 } })
})
