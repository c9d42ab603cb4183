import { type AnyActorRef, type AnyMachineSnapshot, waitFor } from 'xstate'
import type { SentEvent } from '@/lib/export/recording'
import type { DeliverOptions, Destination, MoveCall } from '@/lib/lab/contract'
import type { StolenDump, StolenStore } from '@/lib/lab/dump/report'
import type { ClockAnswer } from '@/lib/lab/timeline'
import { type GrantEntry, type LoadedGrant, loadGrant } from '@/machines/kit/entry'
import { failureOf, pathOf, waits } from '@/machines/kit/reading'
import {
  type Branch,
  branchOf,
  firstBranch,
  forked,
  type Mark,
  marked,
  snapshotOf,
  withBranch,
  withDelivered,
  withPrepared,
} from './branches'
import { LabApiError, labApi } from './lab-api'
import { grantActor, labTransport } from './lab-transport'
import { type Reopened, reopen } from './reopen'
import type { Branching, RunPlan, RunState } from './run-state'
import { optionsKey, sentenceOf } from './run-words'
import { forgetRun, type SavedRun, savedRun, saveProgress } from './saved-run'

export type { RunState } from './run-state'
export { optionsKey, sentenceOf }

/**
 * One run of a grant in a lab: the grant's machine, driving the lab over HTTP, and what was recorded. A view
 * subscribes; nothing here knows how a step is drawn.
 */
export class Run {
  readonly entry: LoadedGrant
  readonly options: Record<string, string>
  /** What this tab remembers the run by: the flow's name in the player, another one elsewhere. */
  readonly #memory: string | null
  #state: RunState
  #branching: Branching
  #actor: AnyActorRef
  readonly #listeners = new Set<() => void>()
  readonly #transport = labTransport({
    lab: () => this.#state.lab.id,
    prepared: (answer) => this.#record((live) => withPrepared(live, answer), answer.clock),
    delivered: (answer) => this.#record((live) => withDelivered(live, answer), answer.clock),
  })

  private constructor({ entry, options, memory }: RunPlan, { record, branches }: Reopened, saved?: SavedRun) {
    this.entry = entry
    this.options = options
    this.#memory = memory
    const { lab, exchanges, timeline, castSecrets, live, seed = null } = record
    const head = branches.find(({ id }) => id === live)?.head
    this.#actor = grantActor(entry, this.#transport, head)
    const snapshot: AnyMachineSnapshot = this.#actor.getSnapshot()
    const first = firstBranch(live, { exchanges, timeline, head: this.#actor.getPersistedSnapshot() })
    const shown = branches.some(({ id }) => id === saved?.shown) ? (saved?.shown ?? live) : live
    this.#branching = { branches: head ? branches : [first], live, shown, moving: false }
    const visited = new Set([pathOf(snapshot)])
    const cursor = saved?.cursor ?? null
    this.#state = { lab, exchanges, timeline, castSecrets, machine: snapshot, visited, cursor, failure: null, seed }
    this.#start()
  }

  /** The run this tab remembers for the flow and options, or a new one in a fresh lab. */
  static async open(entry: GrantEntry, options: Record<string, string>, memory = entry.slug): Promise<Run> {
    return (await Run.resume(entry, options, memory)) ?? Run.begin(entry, options, memory)
  }

  /** The run this tab remembers; null when there is none, or its lab is gone. */
  static async resume(entry: GrantEntry, options: Record<string, string>, memory = entry.slug): Promise<Run | null> {
    const saved = savedRun(memory, optionsKey(options))
    if (!saved) return null
    try {
      const [grant, found] = await Promise.all([loadGrant(entry), reopen(saved)])
      if (found) return new Run({ entry: grant, options, memory }, found, saved).#tryAgain()
    } catch (error) {
      if (!(error instanceof LabApiError) || error.status !== 404) throw error
    }
    forgetRun(memory, optionsKey(options))
    return null
  }

  /** Whoever reloads a page whose last message failed, or was under way as the page went, wants it to be tried again. */
  #tryAgain(): this {
    if (failureOf(this.#state.machine) !== null) this.#actor.send({ type: 'learner.retry' })
    return this
  }

  /** A new run in a fresh lab; `memory` is what this tab remembers it by, null: not at all. */
  static async begin(entry: GrantEntry, options: Record<string, string>, memory: string | null = entry.slug) {
    const [grant, { id }] = await Promise.all([loadGrant(entry), labApi.create(entry.lab(options))])
    return new Run({ entry: grant, options, memory }, { record: await labApi.run(id), branches: [] })
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly state = (): RunState => this.#state

  send(event: SentEvent): void {
    if (this.#state.failure) this.dismissFailure()
    if (waits(this.#actor.getSnapshot())) this.#note(event)
    this.#actor.send(event)
  }

  moveCursor(cursor: number | null): void {
    this.#change({ cursor })
  }

  /** Looks at a branch, at its end; the servers stay where they are. */
  show(shown: number): void {
    this.#change({ cursor: null }, { shown })
  }

  /**
   * Puts the servers and the machine to where the branch looked at can go on: at a mark, on a new branch; without
   * one, at the branch's end.
   *
   * @returns whether they stand there now; when not, the failure says why
   */
  async stand(mark: Mark | null): Promise<boolean> {
    const { shown, moving } = this.#branching
    if (moving) return false
    this.#change({ failure: null }, { moving: true })
    try {
      await waitFor(this.#actor, waits)
      const point = mark && { at: mark.seq, phase: mark.phase }
      await this.#enter({ branch: shown, ...point }, mark)
      return true
    } catch (error) {
      this.#change({ failure: sentenceOf(error) }, { moving: false })
      return false
    }
  }

  async #enter(destination: Destination, mark: Mark | null): Promise<void> {
    const { branch, ...lab } = await labApi.restore(this.#state.lab.id, destination)
    const { branches, shown } = this.#branching
    const target = branchOf(branches, shown)
    const entered = mark ? forked(target, mark, branch) : target
    this.#actor.stop()
    this.#actor = grantActor(this.entry, this.#transport, entered.head)
    const all = mark ? [...branches, entered] : branches
    this.#change({ lab, cursor: null }, { branches: all, live: entered.id, shown: entered.id, moving: false })
    this.#start()
  }

  advanceClock(seconds: number): Promise<void> {
    this.#note({ type: 'lab.clock', seconds })
    return this.#lookAgain(() => labApi.advanceClock(this.#state.lab.id, seconds))
  }

  sweep(): Promise<void> {
    return this.#lookAgain(() => labApi.sweep(this.#state.lab.id))
  }

  stealDump(store: StolenStore): Promise<StolenDump> {
    return labApi.stealDump(this.#state.lab.id, store)
  }

  async #lookAgain(change: () => Promise<ClockAnswer>): Promise<void> {
    try {
      const { moment, ...clock } = await change()
      const looked = (live: Branch) => (moment ? { ...live, timeline: [...live.timeline, moment] } : live)
      this.#record(looked, clock, { failure: null })
    } catch (error) {
      this.#change({ failure: sentenceOf(error) })
    }
  }

  /** Makes a move that is no step of the grant: nobody in the flow waits for its answer. */
  async makeMove(call: MoveCall, options: DeliverOptions = {}): Promise<void> {
    this.#note({ type: 'lab.move', call, options })
    try {
      await this.#transport.prepare(call)
      await this.#transport.deliver(call, options)
      this.#change({ cursor: null, failure: null })
    } catch (error) {
      this.#change({ failure: sentenceOf(error) })
    }
  }

  fail(failure: string): void {
    this.#change({ failure })
  }

  dismissFailure(): void {
    this.#change({ failure: null })
  }

  stop(): void {
    this.#actor.stop()
  }

  /** Makes this tab remember the run, whichever it remembers now. */
  keep(): void {
    saveProgress(this.#memory, optionsKey(this.options), this.#state)
  }

  /** The run is over: its lab is removed. When that cannot be done, the lab expires by itself. */
  async discard(): Promise<void> {
    this.stop()
    await labApi.remove(this.#state.lab.id).catch(() => null)
  }

  #start(): void {
    const actor = this.#actor
    actor.subscribe(() => this.#record((live) => live))
    actor.start()
    this.#record((live) => live)
  }

  #note(event: SentEvent): void {
    const { branches, live } = this.#branching
    const branch = branchOf(branches, live)
    this.#branching = {
      ...this.#branching,
      branches: withBranch(branches, { ...branch, sent: [...branch.sent, event] }),
    }
  }

  /** Something happened on the live branch. */
  #record(change: (live: Branch) => Branch, clock = this.#state.lab.clock, rest: Partial<RunState> = {}): void {
    const { branches, live } = this.#branching
    const snapshot: AnyMachineSnapshot = this.#actor.getSnapshot()
    const now = marked(
      { ...change(branchOf(branches, live)), head: this.#actor.getPersistedSnapshot() },
      snapshot,
      clock,
    )
    const visited = new Set([...this.#state.visited, pathOf(snapshot)])
    this.#change({ ...rest, visited, lab: { ...this.#state.lab, clock } }, { branches: withBranch(branches, now) })
  }

  #change(changes: Partial<RunState>, branching: Partial<Branching> = {}): void {
    const before = this.#branching
    this.#branching = { ...before, ...branching }
    const { branches, live, shown } = this.#branching
    const { exchanges, timeline, head, sent } = branchOf(branches, shown)
    const machine = shown === live ? this.#actor.getSnapshot() : snapshotOf(this.entry.machine, head)
    this.#state = { ...this.#state, ...changes, branching: this.#branching, exchanges, timeline, machine, sent }
    saveProgress(this.#memory, optionsKey(this.options), this.#state, before)
    for (const listener of this.#listeners) listener()
  }
}
