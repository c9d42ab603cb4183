import { ATTACKS } from '@/lib/attacks'
import type { Attack, GrantSlug } from '@/lib/attacks/attack'
import { PRESETS, type Preset } from '@/lib/oauth/policy'
import { type Cell, type Controls, cellRunner } from './cell'
import type { MatrixHost } from './host'

/** The four grants of RFC 6749; the authorization code grant in both its habitats. */
export const RFC6749_GRANTS: readonly GrantSlug[] = [
  'authorization-code',
  'authorization-code-browser',
  'implicit',
  'password',
  'client-credentials',
]

export const FURTHER_GRANTS: readonly GrantSlug[] = [
  'refresh',
  'device',
  'openid-connect',
  'token-exchange',
  'jwt-bearer',
]

/** Which cells to run. */
export interface Selection {
  attacks: readonly Attack[]
  grants: readonly GrantSlug[]
  presets: readonly Preset[]
}

/** What is run when nothing else is said: every attack of the first tier on the grants of RFC 6749, under every preset. */
export function usualSelection(): Selection {
  return { attacks: ATTACKS.filter(({ tier }) => tier === 1), grants: RFC6749_GRANTS, presets: PRESETS }
}

/** The cells a selection asks for, attack by attack. */
export function asksOf({
  attacks,
  grants,
  presets,
}: Selection): { attack: Attack; grant: GrantSlug; preset: Preset }[] {
  return attacks.flatMap((attack) =>
    grants
      .filter((grant) => isAsked(attack, grant))
      .flatMap((grant) => presets.map((preset) => ({ attack, grant, preset }))),
  )
}

/** Runs the cells one after the other, and hands out each as it is done. A cell whose run fails is inconclusive. */
export async function* runMatrix(
  selection: Selection,
  host: MatrixHost,
  controls: Controls = 'every-layer',
): AsyncGenerator<Cell, undefined> {
  const { run } = cellRunner(host, controls)
  for (const { attack, grant, preset } of asksOf(selection)) {
    yield await run(attack, grant, preset).catch((error) => broken(attack, grant, preset, error))
  }
}

/** Flows on top of the four grants are asked only about the attacks that name them. */
function isAsked(attack: Attack, grant: GrantSlug): boolean {
  return RFC6749_GRANTS.includes(grant) || grant in attack.on
}

function broken({ id }: Attack, grant: GrantSlug, preset: Preset, error: unknown): Cell {
  const sentence = `The run failed: ${error instanceof Error ? error.message : String(error)}`
  const honest = { works: false, refusedBy: null, messages: 0 }
  const evidence = { sentence, cases: [], honest }
  return { grant, attack: id, preset, switches: {}, verdict: 'inconclusive', stoppedBy: null, evidence }
}
