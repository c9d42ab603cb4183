import { beforeAll, describe, expect, test } from 'vitest'
import { findAttack, findPlan } from '@/lib/attacks'
import type { Attack, GrantSlug } from '@/lib/attacks/attack'
import { redirectPayloads } from '@/lib/attacks/redirect-payloads'
import type { Lab } from '@/lib/lab/lab'
import { header } from '@/lib/oauth/http'
import { PRESETS, type Preset } from '@/lib/oauth/policy'
import { originsOf } from '@/lib/server/origins'
import { recordedAttempt } from './attempt'
import { type Cell, type CellRunner, cellRunner } from './cell'
import { type MatrixHost, matrixHost } from './host'

const SLUGS = [
  'loose-redirect-code',
  'loose-redirect-token',
  'client-redirector',
  'redirect-confusion',
  'referer-leak',
  'browser-history',
  'code-interception',
  'forced-linking',
]
const REDIRECTING: readonly GrantSlug[] = ['authorization-code', 'authorization-code-browser', 'implicit']

let host: MatrixHost
let runner: CellRunner

beforeAll(async () => {
  host = await matrixHost('front channel', (lab) =>
    originsOf({ appOrigin: 'http://localhost:3000', parties: 'ports' }, lab),
  )
  runner = cellRunner(host)
})

function attackNamed(slug: string): Attack {
  const attack = findAttack(slug)
  if (!attack) throw new Error(`There is no attack ${slug}.`)
  return attack
}

const inShort = ({ verdict, stoppedBy }: Cell) => (stoppedBy === null ? verdict : `${verdict} by ${stoppedBy}`)

/** Permissive, rfc6749, bcp, oauth21, fapi2. */
const TABLE: readonly [slug: string, grant: GrantSlug, ...cells: string[]][] = [
  ['loose-redirect-code', 'authorization-code', '!', 'client-method-registered', ...thrice('redirect-uri-registered')],
  ['loose-redirect-code', 'authorization-code-browser', '!', '!', ...twice('redirect-uri-registered'), '-'],
  ['loose-redirect-code', 'implicit', '-', '-', '-', '-', '-'],
  ['loose-redirect-token', 'implicit', '!', '!', ...twice('redirect-uri-registered'), '-'],
  ['loose-redirect-token', 'authorization-code', '-', '-', '-', '-', '-'],
  ['client-redirector', 'authorization-code', '!', 'client-method-registered', ...thrice('redirect-uri-registered')],
  ['client-redirector', 'authorization-code-browser', '!', '!', ...twice('redirect-uri-registered'), '-'],
  ['client-redirector', 'implicit', '!', '!', ...twice('redirect-uri-registered'), '-'],
  ['redirect-confusion', 'authorization-code', '!', '!', ...thrice('redirect-uri-registered')],
  ['redirect-confusion', 'authorization-code-browser', '!', '!', ...twice('redirect-uri-registered'), '-'],
  ['redirect-confusion', 'implicit', '!', '!', ...twice('redirect-uri-registered'), '-'],
  ['referer-leak', 'authorization-code', '!', '!', ...thrice('leaveCallback')],
  ['referer-leak', 'authorization-code-browser', '!', '!', ...twice('leaveCallback'), '-'],
  ['referer-leak', 'implicit', '-', '-', '-', '-', '-'],
  ['browser-history', 'authorization-code', '!', 'callback.state', ...thrice('leaveCallback')],
  ['browser-history', 'authorization-code-browser', '!', 'code-unused', ...twice('leaveCallback'), '-'],
  ['browser-history', 'implicit', '!', '!', ...twice('no-token-in-redirect'), '-'],
  ['code-interception', 'authorization-code', '!', 'client-method-registered', ...thrice('client-method-registered')],
  ['code-interception', 'authorization-code-browser', '!', '!', ...twice('verifier-sent'), '-'],
  ['forced-linking', 'authorization-code', '!', 'callback.state', ...twice('callback.state'), 'request-pushed'],
]

function twice(check: string): [string, string] {
  return [check, check]
}

function thrice(check: string): [string, string, string] {
  return [check, check, check]
}

const VERDICTS: Readonly<Record<string, string>> = { '!': 'vulnerable', '-': 'not-applicable' }

describe.each(TABLE)('%s on %s', (slug, grant, ...expected) => {
  test.each(PRESETS.map((preset, index) => [preset, expected[index] ?? '']))('%s: %s', async (preset, wanted) => {
    const cell = await runner.run(attackNamed(slug), grant, preset as Preset)
    expect(inShort(cell), cell.evidence.sentence).toBe(VERDICTS[wanted] ?? `stopped by ${wanted}`)
    for (const { turned } of cell.evidence.cases) expect(turned, 'nothing else stops it').toBe(true)
    expect(host.failures).toEqual([])
  })
})

test.each(SLUGS)('%s is not applicable where no browser redirects, for a reason that was looked at', async (slug) => {
  for (const grant of ['password', 'client-credentials'] as const) {
    const cell = await runner.run(attackNamed(slug), grant, 'permissive')
    expect(cell.verdict).toBe('not-applicable')
    expect(cell.evidence.sentence).toMatch(/in the honest run/)
  }
})

async function played(slug: string, grant: GrantSlug, preset: Preset, policy: Record<string, string | boolean> = {}) {
  const plan = findPlan({ attack: slug, grant })
  if (!plan) throw new Error(`There is no attack ${slug} on ${grant}.`)
  return recordedAttempt(plan, host, { preset, policy: { ...plan.variant.policy, ...policy } as typeof policy })
}

describe('code interception on the page', () => {
  test('with PKCE off and on, and nothing else changed', async () => {
    const off = { usePkce: false, pkce: 'optional' }
    const without = await played('code-interception', 'authorization-code-browser', 'bcp', off)
    expect(without.attempt.succeeded).toBe(true)
    const on = { usePkce: true, pkce: 'optional' }
    const { attempt } = await played('code-interception', 'authorization-code-browser', 'bcp', on)
    expect(attempt.succeeded).toBe(false)
    expect(attempt.refusal).toMatchObject({ check: 'verifier-sent', error: 'invalid_grant', status: 400 })
  })
})

test('plain PKCE is no help against somebody who has seen the request, and the server that takes S256 only is', async () => {
  for (const grant of ['authorization-code', 'authorization-code-browser'] as const) {
    const { evidence } = await runner.run(attackNamed('code-interception'), grant, 'permissive')
    expect(evidence.cases.map((one) => [one.case, one.verdict])).toContainEqual(['plain-challenge', 'vulnerable'])
  }
  const { evidence } = await runner.run(attackNamed('code-interception'), 'authorization-code-browser', 'bcp')
  expect(evidence.cases[1]?.layers).toEqual([{ setting: 'pkcePlain', weakened: true }])
})

describe('spellings of redirect_uri', () => {
  /** What the server made of each: the status of its answer, by the name of the spelling. */
  function answers(lab: Lab): Map<string, { status: number; location: string | null }> {
    const probes = lab.exchanges.filter(({ from, to }) => from === 'attacker' && to === 'authorization-server')
    return new Map(
      redirectPayloads(lab.origins, 'photo-editor').map(({ title, parameters }) => {
        const sent = probes.find(({ request }) => {
          const { searchParams } = new URL(request.url)
          const mine = [...searchParams].filter(([name]) => name.startsWith('redirect_uri'))
          return JSON.stringify(mine) === JSON.stringify(parameters)
        })
        if (!sent?.response) throw new Error(`“${title}” was not tried.`)
        return [title, { status: sent.response.status, location: header(sent.response, 'location') }]
      }),
    )
  }

  test.each(['bcp', 'oauth21', 'fapi2'] as const)(
    '%s: every one gets an error page and no Location',
    async (preset) => {
      const { lab } = await played('redirect-confusion', 'authorization-code', preset)
      for (const [title, answer] of answers(lab)) expect(answer, title).toEqual({ status: 400, location: null })
    },
  )

  test('by their beginning alone, some pass', async () => {
    const { lab } = await played('redirect-confusion', 'authorization-code', 'rfc6749')
    const passed = [...answers(lab)].filter(([, { status }]) => status < 400).map(([title]) => title)
    expect(passed).toEqual(
      expect.arrayContaining(['Begins like a registered host', 'The callback behind a ?', 'Dots that lead up']),
    )
    expect(passed).not.toContain('The host as a user name')
  })

  test('there are dozens, no two alike', () => {
    const payloads = redirectPayloads(
      originsOf({ appOrigin: 'http://localhost:3000', parties: 'ports' }, 'l'),
      'photo-editor',
    )
    expect(payloads.length).toBeGreaterThanOrEqual(40)
    expect(new Set(payloads.map(({ parameters }) => JSON.stringify(parameters))).size).toBe(payloads.length)
  })
})

test('where all parties share one origin, the same attacks succeed', async () => {
  const onPaths = await matrixHost('front channel on paths', (lab) =>
    originsOf({ appOrigin: 'https://lab.example', parties: 'path' }, lab),
  )
  for (const slug of SLUGS) {
    const attack = attackNamed(slug)
    for (const grant of REDIRECTING.filter((one) => one in attack.on)) {
      const cell = await cellRunner(onPaths).run(attack, grant, 'permissive')
      expect(`${slug} ${grant} ${cell.verdict}`, cell.evidence.sentence).toBe(`${slug} ${grant} vulnerable`)
    }
  }
})
