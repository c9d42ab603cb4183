import type { AttackPlan } from '@/lib/attacks'
import type { GrantSlug } from '@/lib/attacks/attack'
import type { Preset, SwitchValue } from '@/lib/oauth/policy'
import type { Exchange } from '@/lib/wire/exchange'
import { grantPolicy } from '@/machines/attacks/flow'
import { flowUnder } from '@/machines/attacks/honest'
import { loadGrant } from '@/machines/kit/entry'
import { movesOf } from '@/machines/kit/reading'
import { type Refusal, refusalsOf } from './attempt'
import type { MatrixHost } from './host'
import { play } from './play'

/** What came of the grant's own flow, with nobody attacking. */
export interface HonestRun {
  works: boolean
  /** What refused it; null when it works. */
  refusal: Refusal | null
  exchanges: readonly Exchange[]
  /** The slugs of all moves the grant's machine can make. */
  moves: readonly string[]
}

/** The same in short, for whoever needs no messages. */
export interface HonestSummary {
  works: boolean
  /** The check that refused it; null when it works, or no check did. */
  refusedBy: string | null
  messages: number
}

export function summaryOf({ works, refusal, exchanges }: HonestRun): HonestSummary {
  return { works, refusedBy: refusal?.check ?? null, messages: exchanges.length }
}

type HonestRuns = ReturnType<typeof newHonestRuns>

/** Runs the honest flows, each only once under the same conditions on the same host. */
export function honestRuns(host: MatrixHost): HonestRuns {
  const known = byHost.get(host) ?? newHonestRuns(host)
  byHost.set(host, known)
  return known
}

const byHost = new WeakMap<MatrixHost, HonestRuns>()

function newHonestRuns(host: MatrixHost) {
  const made = new Map<string, Promise<HonestRun>>()
  return (grant: GrantSlug, preset: Preset, policy: Readonly<Record<string, SwitchValue>>, plan: AttackPlan | null) => {
    const inOtherLab = plan && Object.keys(plan.setup).length > 0 ? plan : null
    const key = JSON.stringify([grant, preset, policy, inOtherLab?.attack.slug, inOtherLab?.case.id])
    const known = made.get(key)
    if (known) return known
    const run = honestRun(host, grant, preset, policy, inOtherLab)
    made.set(key, run)
    return run
  }
}

async function honestRun(
  host: MatrixHost,
  grant: GrantSlug,
  preset: Preset,
  policy: Readonly<Record<string, SwitchValue>>,
  plan: AttackPlan | null,
): Promise<HonestRun> {
  const entry = await loadGrant(flowUnder(grant, preset, policy))
  const { moves: before } = entry.lab()
  const moves = movesOf(entry.machine).map(({ step }) => step)
  const attack = plan && { attack: plan.attack.slug, grant, case: plan.case.id }
  const { lab, end } = await play(entry.machine, host, {
    policy: { preset, ...grantPolicy(grant), ...policy },
    ...(before && { moves: before }),
    ...(attack && { attack }),
  })
  await host.release(lab)
  const refusals = lab.exchanges.filter(({ arrival }) => arrival !== 'nonce-demanded').flatMap(refusalsOf)
  return {
    works: end === 'done',
    refusal: end === 'done' ? null : (refusals[0] ?? null),
    exchanges: lab.exchanges,
    moves,
  }
}
