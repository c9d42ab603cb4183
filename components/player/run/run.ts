import { type AnyActorRef, type AnyMachineSnapshot, createActor } from 'xstate'
import type { SentEvent } from '@/lib/export/recording'
import type { Delivered, DeliverOptions, LabInformation, MoveCall, Prepared } from '@/lib/lab/contract'
import type { StolenDump, StolenStore } from '@/lib/lab/dump/report'
import type { ClockAnswer, Moment } from '@/lib/lab/timeline'
import type { SecretReport } from '@/lib/oauth/environment'
import type { HttpRequest } from '@/lib/oauth/http'
import type { Exchange } from '@/lib/wire/exchange'
import type { GrantEntry } from '@/machines/catalogue'
import { pathOf, waits } from '@/machines/kit/reading'
import { type Transport, withTransport } from '@/machines/kit/transport'
import { LabApiError, labApi, type RunRecord } from './lab-api'
import { forgetRun, savedRun, saveRun } from './saved-run'

/** What is known of a run at one time: recorded things, the machine, and where the viewer stands. */
export interface RunState {
  lab: LabInformation
  exchanges: readonly Exchange[]
  timeline: readonly Moment[]
  castSecrets: readonly SecretReport[]
  machine: AnyMachineSnapshot
  visited: ReadonlySet<string>
  /** Step looked at; null follows the head. */
  cursor: number | null
  /** The app failed, outside any move: a clock that could not be advanced. */
  failure: string | null
  /** Decides the lab's secrets. */
  seed?: string | null
  /** What the learner did, in order: enough to do it again in another lab. */
  sent?: readonly SentEvent[]
}

/**
 * One run of a grant in a lab: the grant's machine, driving the lab over HTTP, and what was recorded. A view
 * subscribes; nothing here knows how a step is drawn.
 */
export class Run {
  readonly entry: GrantEntry
  readonly options: Record<string, string>
  /** What this tab remembers the run by: the flow's name in the player, another one elsewhere. */
  readonly #memory: string
  #state: RunState
  #actor: AnyActorRef
  readonly #listeners = new Set<() => void>()

  private constructor({ entry, options, memory }: RunPlan, record: RunRecord, saved?: SavedMachine) {
    this.entry = entry
    this.options = options
    this.#memory = memory
    const machine = withTransport(entry.machine, this.#transport())
    const input = { account: { username: 'alice', password: 'wonderland' } }
    const actor = createActor(machine, saved ? { input, snapshot: saved.machine } : { input })
    this.#actor = actor
    const { lab, exchanges, timeline, castSecrets, seed = null } = record
    const snapshot = actor.getSnapshot() as AnyMachineSnapshot
    this.#state = {
      lab,
      exchanges,
      timeline,
      castSecrets,
      machine: snapshot,
      visited: new Set([pathOf(snapshot)]),
      cursor: saved?.cursor ?? null,
      failure: null,
      seed,
      sent: saved?.sent ?? [],
    }
    actor.subscribe((next) => {
      const { visited } = this.#state
      this.#change({
        machine: next as AnyMachineSnapshot,
        visited: new Set([...visited, pathOf(next as AnyMachineSnapshot)]),
      })
    })
    actor.start()
  }

  /** The run this tab remembers for the flow and options, or a new one in a fresh lab. */
  static async open(entry: GrantEntry, options: Record<string, string>): Promise<Run> {
    return (await Run.resume(entry, options)) ?? Run.begin(entry, options)
  }

  /** The run this tab remembers; null when there is none, or its lab is gone. */
  static async resume(entry: GrantEntry, options: Record<string, string>, memory = entry.slug): Promise<Run | null> {
    const saved = savedRun(memory, optionsKey(options))
    if (!saved) return null
    try {
      return new Run({ entry, options, memory }, await labApi.run(saved.lab), saved)
    } catch (error) {
      if (!(error instanceof LabApiError) || error.status !== 404) throw error
      forgetRun(memory, optionsKey(options))
      return null
    }
  }

  /** A new run in a fresh lab; `memory` is what this tab remembers it by. */
  static async begin(entry: GrantEntry, options: Record<string, string>, memory = entry.slug): Promise<Run> {
    const { id } = await labApi.create(entry.lab(options))
    return new Run({ entry, options, memory }, await labApi.run(id))
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly state = (): RunState => this.#state

  send(event: SentEvent): void {
    if (this.#state.failure) this.dismissFailure()
    if (waits(this.#state.machine)) this.#note(event)
    this.#actor.send(event)
  }

  moveCursor(cursor: number | null): void {
    this.#change({ cursor })
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
      const { lab, timeline } = this.#state
      this.#change({ lab: { ...lab, clock }, timeline: moment ? [...timeline, moment] : timeline, failure: null })
    } catch (error) {
      this.#change({ failure: sentenceOf(error) })
    }
  }

  /** Sends a recorded message once more, as it was or edited. It is no step of the grant. */
  async sendAgain(seq: number, request: HttpRequest): Promise<void> {
    await this.makeMove({ move: 'send-again', step: 'send-again', input: { seq: String(seq) } }, { request })
  }

  /** Makes a move that is no step of the grant: nobody in the flow waits for its answer. */
  async makeMove(call: MoveCall, options: DeliverOptions = {}): Promise<void> {
    this.#note({ type: 'lab.move', call, options })
    try {
      const transport = this.#transport()
      await transport.prepare(call)
      await transport.deliver(call, options)
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

  #transport(): Transport {
    return {
      prepare: async (call): Promise<Prepared> => {
        const prepared = await labApi.prepare(this.#state.lab.id, call)
        const { timeline } = this.#state
        const seq = (this.#state.exchanges.at(-1)?.seq ?? 0) + 1
        const { screen = null, devices = [] } = timeline.at(-1) ?? {}
        const { places, clock } = prepared
        this.#change({
          lab: { ...this.#state.lab, clock },
          timeline: [...timeline, { seq, phase: 'prepared', places, screen, devices }],
        })
        return prepared
      },
      deliver: async (call, options): Promise<Delivered> => {
        const { children, places, screen, devices, clock, ...exchange } = await this.#deliverOnce(call, options)
        const seqs = new Set(this.#state.exchanges.map(({ seq }) => seq))
        const fresh = [exchange, ...children].filter(({ seq }) => !seqs.has(seq))
        this.#change({
          lab: { ...this.#state.lab, clock },
          exchanges: [...this.#state.exchanges, ...fresh].sort((one, other) => one.seq - other.seq),
          timeline: [...this.#state.timeline, { seq: exchange.seq, phase: 'answered', places, screen, devices }],
        })
        return { ...exchange, children, places, screen, devices, clock }
      },
    }
  }

  /**
   * Delivers; when the page was reloaded between sending and hearing the answer, the message has left the wire
   * (409), and what is on record is the answer: nothing is sent twice.
   */
  async #deliverOnce(call: MoveCall, options: DeliverOptions): Promise<Delivered> {
    try {
      return await labApi.deliver(this.#state.lab.id, call, options)
    } catch (error) {
      if (!(error instanceof LabApiError) || error.status !== 409) throw error
      const { exchanges, timeline, lab } = await labApi.run(this.#state.lab.id)
      const answered = exchanges.findLast(({ move, step }) => move === call.move && step === call.step)
      const moment = timeline.findLast(({ seq, phase }) => seq === answered?.seq && phase === 'answered')
      if (!answered || !moment) throw error
      const children = exchanges.filter(({ parent }) => parent === answered.seq)
      return {
        ...answered,
        children,
        places: moment.places,
        screen: moment.screen,
        devices: moment.devices,
        clock: lab.clock,
      }
    }
  }

  #note(event: SentEvent): void {
    this.#state = { ...this.#state, sent: [...(this.#state.sent ?? []), event] }
  }

  #change(changes: Partial<RunState>): void {
    this.#state = { ...this.#state, ...changes }
    const { lab, cursor, sent = [] } = this.#state
    const machine = this.#actor.getPersistedSnapshot()
    saveRun(this.#memory, optionsKey(this.options), {
      lab: lab.id,
      machine,
      cursor,
      sent,
    })
    for (const listener of this.#listeners) listener()
  }
}

interface RunPlan {
  entry: GrantEntry
  options: Record<string, string>
  memory: string
}

interface SavedMachine {
  machine: import('xstate').Snapshot<unknown>
  cursor: number | null
  sent?: readonly SentEvent[]
}

export function optionsKey(options: Record<string, string>): string {
  return new URLSearchParams(Object.entries(options).sort()).toString()
}

export function sentenceOf(error: unknown): string {
  return error instanceof Error && error.message ? error.message : 'The app failed. Try again.'
}
