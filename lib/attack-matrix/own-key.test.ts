import { beforeAll, expect, test } from 'vitest'
import { findAttack } from '@/lib/attacks'
import type { GrantSlug } from '@/lib/attacks/attack'
import { originsOf } from '@/lib/server/origins'
import { type CellRunner, cellRunner } from './cell'
import { type MatrixHost, matrixHost } from './host'

/**
 * Where tokens are bound to keys, Mallory's own app has a key, too, and pushes its requests as any app would: so what
 * stops her is the check that the attack is about.
 */

let host: MatrixHost
let runner: CellRunner

beforeAll(async () => {
  host = await matrixHost('own-key', (lab) => originsOf({ appOrigin: 'http://localhost:3000', parties: 'ports' }, lab))
  runner = cellRunner(host)
})

test.each<[slug: string, grant: GrantSlug, stoppedBy: string]>([
  ['code-of-another-client', 'authorization-code', 'code-bound-to-client'],
  ['refresh-token-of-another-client', 'authorization-code', 'refresh-bound-to-client'],
  ['code-race', 'authorization-code', 'code-unused'],
  ['scope-upgrade', 'authorization-code', 'requested-scope-allowed'],
  ['scope-unchecked', 'authorization-code', 'token.scope'],
  ['forged-token', 'authorization-code', 'introspection.active'],
  ['scope-upgrade', 'client-credentials', 'requested-scope-allowed'],
  ['client-named-alice', 'client-credentials', 'token.subject'],
  ['forged-token', 'client-credentials', 'introspection.active'],
  ['proof-misused', 'client-credentials', 'dpop.unused'],
])('%s on %s under FAPI 2.0 is stopped by %s', async (slug, grant, stoppedBy) => {
  const attack = findAttack(slug)
  if (!attack) throw new Error(`There is no attack ${slug}.`)
  const { verdict, evidence, ...cell } = await runner.run(attack, grant, 'fapi2')
  expect({ verdict, stoppedBy: cell.stoppedBy }).toEqual({ verdict: 'stopped', stoppedBy })
  const layers = evidence.cases.flatMap((one) => one.layers).map((layer) => ('check' in layer ? layer.check : ''))
  expect(layers).not.toContain('dpop.proof-sent')
  expect(layers).not.toContain('request-pushed')
  expect(evidence.cases.every(({ turned }) => turned)).toBe(true)
  expect(host.failures).toEqual([])
})
