import type { AnyStateMachine } from 'xstate'
import type { AttackPlan } from '@/lib/attacks'
import { slugOf } from '@/lib/attacks/attack'
import { type Evidence, ORACLES } from '@/lib/attacks/oracles'
import { malloryKnows } from '@/lib/lab/attacker/knowledge'
import type { Lab } from '@/lib/lab/lab'
import type { Party } from '@/lib/oauth/parties'
import type { Preset, SwitchValue } from '@/lib/oauth/policy'
import type { Exchange } from '@/lib/wire/exchange'
import { attackLab } from '@/machines/attacks/flow'
import { flowUnder } from '@/machines/attacks/honest'
import { attackMachine } from '@/machines/attacks/script'
import { type LoadedGrant, loadGrant } from '@/machines/kit/entry'
import type { MatrixHost } from './host'
import { play, trailOf } from './play'

/** Under what an attack is tried. */
export interface Conditions {
  preset: Preset
  /** Switches set otherwise than the preset has them. */
  policy?: Readonly<Record<string, SwitchValue>>
  /** Checks that are not made. */
  checksOff?: readonly string[]
}

/** A refusal on record. */
export interface Refusal {
  by: Party
  /** Id of the check. */
  check: string
  /** The wire error; null when the answer names none. */
  error: string | null
  status: number | null
  seq: number
  step: string | null
  /** How many checks its message had met before. */
  passed: number
}

/** What came of one run of an attack. */
export interface Attempt {
  succeeded: boolean
  /** The exchange that proves the success; null otherwise. */
  proof: number | null
  /** The step of that exchange; null where there is none, or it was made by a server on its own. */
  proofStep: string | null
  /** The step after which the attack went no further; null when its script was played to the end. */
  stoppedAt: string | null
  /** What refused it there; null when nobody did (she learned nothing, or the answer was of no use). */
  refusal: Refusal | null
  /** Why she could not go on, in her own words. */
  emptyHanded: string | null
  /** The messages, in order, a few words each. */
  trail: string[]
}

/** Runs one case of an attack in a lab of its own, and reads off the record what came of it. */
export async function attempt(plan: AttackPlan, host: MatrixHost, conditions: Conditions): Promise<Attempt> {
  return (await recordedAttempt(plan, host, conditions)).attempt
}

/** The same, with the lab it left behind: for whoever shows the messages. */
export async function recordedAttempt(
  plan: AttackPlan,
  host: MatrixHost,
  { preset, policy, checksOff = [] }: Conditions,
): Promise<{ attempt: Attempt; lab: Lab }> {
  const wishes = { ...attackLab(plan, { preset, ...(policy && { policy }) }), checksOff: [...checksOff] }
  const { lab, end, lastStep } = await play(await machineOf(plan, preset), host, wishes)
  await host.release(lab)
  return { attempt: judge(lab, end === 'done' ? null : lastStep), lab }
}

/** An attack's machine, which all runs in the same flow share: only their labs differ. */
async function machineOf(plan: AttackPlan, preset: Preset): Promise<AnyStateMachine> {
  const flow = await loadGrant(flowUnder(plan.grant, preset, plan.variant.policy))
  const made = machines.get(plan.case) ?? new Map<LoadedGrant, AnyStateMachine>()
  machines.set(plan.case, made)
  const machine = made.get(flow) ?? attackMachine(plan, flow)
  made.set(flow, machine)
  return machine
}

const machines = new WeakMap<AttackPlan['case'], Map<LoadedGrant, AnyStateMachine>>()

/** What came of the attack played in this lab so far. */
export function judge(lab: Lab, stoppedAt: string | null): Attempt {
  const { plan, emptyHanded } = lab.attacker
  if (!plan) throw new Error('No attack is played in this lab.')
  const proof = ORACLES[plan.variant.oracle ?? plan.attack.oracle].proof(evidenceOf(lab))
  return {
    succeeded: proof !== null,
    proof,
    proofStep: lab.exchanges.find(({ seq }) => seq === proof)?.step ?? null,
    stoppedAt,
    refusal: proof === null ? refusalIn(lab, stoppedAt) : null,
    emptyHanded,
    trail: trailOf(lab),
  }
}

export function evidenceOf(lab: Lab): Evidence {
  const { exchanges, origins, attacker } = lab
  return {
    exchanges,
    origins,
    canaries: attacker.canaries,
    knows: malloryKnows(lab),
    secrets: [...lab.castSecrets, ...exchanges.flatMap(({ secrets }) => secrets)],
  }
}

/**
 * The refusal that ended it: in the step where it stopped, else the first since her last move, else the last one.
 * Where she had nothing to go on with, it is what somebody refused in a step of her making, if anybody did.
 */
function refusalIn({ exchanges, attacker }: Lab, stoppedAt: string | null): Refusal | null {
  if (attacker.emptyHanded !== null) {
    const made = attacker.plan?.case.script.filter((step) => !('honest' in step)).map(slugOf)
    return (
      exchanges
        .filter(({ step }) => step !== null && made?.includes(step))
        .flatMap(refusalsOf)
        .at(-1) ?? null
    )
  }
  const all = exchanges.filter(({ arrival }) => arrival !== 'nonce-demanded').flatMap(refusalsOf)
  const strike = exchanges.findLast(({ from, parent }) => from === 'attacker' && parent === null)?.seq ?? 0
  const inStep = all.filter(({ step }) => stoppedAt !== null && step === stoppedAt)
  const since = all.filter(({ seq }) => seq >= strike)
  return decisive(inStep, attacker.plan) ?? firstOf(since, attacker.plan) ?? all.at(-1) ?? null
}

/**
 * The first refusal. Where many requests race, which of them comes first is luck: there it is that of the one that got
 * furthest, as others may be refused for what came of it.
 */
function firstOf(refusals: readonly Refusal[], plan: AttackPlan | null): Refusal | undefined {
  if (plan?.attack.oracle !== 'redeems-twice') return refusals[0]
  return refusals.toSorted((one, other) => other.passed - one.passed)[0]
}

/**
 * Of the refusals in one step, the first of its last message: what follows it only says where the refusal is told. For
 * an attack that is after the refusal itself, just that decides.
 */
function decisive(inStep: readonly Refusal[], plan: AttackPlan | null): Refusal | undefined {
  const last = inStep.at(-1)
  if (plan?.attack.oracle === 'redirects-to-mallory') return last
  return inStep.find(({ seq }) => seq === last?.seq)
}

export function refusalsOf({ seq, step, checks, response }: Exchange): Refusal[] {
  return checks
    .map((check, passed) => ({ ...check, passed }))
    .filter(({ verdict }) => verdict === 'failed')
    .map(({ by, id, error, passed }) => ({ by, check: id, error, status: response?.status ?? null, seq, step, passed }))
}
