import { Run, sentenceOf } from '@/components/player/run/run'
import { failureOf, onTheWire, waits } from '@/machines/kit/reading'
import { type Tour, tourEvent, tourOf } from '@/machines/kit/tour'
import { codeWasIssued, holdsFreshCode, TRIALS, tokenIsUntried } from '@/machines/kit/trials'
import { type FlowSpec, specKey } from '../specs/spec'

/** What this tab remembers a column's run by: the player's own run of the same flow is another one. */
const memoryOf = ({ entry }: FlowSpec, part = 'run') => `compare ${part} ${entry.slug}`
const TRIAL = 'code trial'

/** One column: a run in a lab of its own, and later a second lab in which a copy of its code is tried. */
export class Column {
  readonly spec: FlowSpec
  readonly key: string
  run: Run | null = null
  /** The lab of the code's trial; null before that, and where no code is issued. */
  elsewhere: Run | null = null
  /** Why there is no run; null while there is one, or while it is being made. */
  failure: string | null = null
  readonly #changed: () => void

  constructor(spec: FlowSpec, changed: () => void) {
    this.spec = spec
    this.key = specKey(spec)
    this.#changed = changed
  }

  /** Goes on where this tab stood, or begins in a fresh lab. */
  async open(fresh = false): Promise<void> {
    const { entry, options } = this.spec
    this.failure = null
    this.#changed()
    try {
      const known = fresh ? null : await Run.resume(entry, options, memoryOf(this.spec))
      const trial = known && (await Run.resume(entry, options, memoryOf(this.spec, TRIAL)))
      this.#take(known ?? (await Run.begin(entry, options, memoryOf(this.spec))))
      if (trial?.state().exchanges.some(({ step }) => step === TRIALS.code.step)) this.#takeTrial(trial)
    } catch (error) {
      this.failure = sentenceOf(error)
      this.#changed()
    }
  }

  close(): void {
    this.run?.stop()
    this.elsewhere?.stop()
  }

  get tour(): Tour | null {
    return this.run && tourOf(this.run.entry.machine, this.run.state().exchanges)
  }

  /** Values were issued that somebody could copy, and nobody has tried yet. */
  get untried(): boolean {
    return this.#tokenUntried || this.#codeUntried
  }

  /** The app failed here; never a refusal by a party. */
  get trouble(): string | null {
    const state = this.run?.state()
    return this.failure ?? (state ? (failureOf(state.machine) ?? state.failure) : null)
  }

  get #tokenUntried(): boolean {
    return this.run !== null && tokenIsUntried(this.run.state().exchanges)
  }

  get #codeUntried(): boolean {
    return this.run !== null && this.elsewhere === null && codeWasIssued(this.run.state().exchanges)
  }

  /** One message: the next request appears, or the one on the wire is delivered. A trial makes both at once. */
  async step(): Promise<void> {
    const { run, tour } = this
    if (!run || !tour) return
    if (this.trouble) {
      run.dismissFailure()
      await press(run, 'learner.retry')
      if (this.trouble) return
    }
    if (onTheWire(run.state().machine)) return press(run, 'learner.next')
    if (tour.over && this.#tokenUntried) return run.makeMove(TRIALS.token)
    if (tour.over && this.#codeUntried) return this.#tryCode()
    const event = tourEvent(tour)
    if (event) await press(run, event)
  }

  /** The code of this flow is redeemed by somebody who found a copy, in a fresh lab with the same options. */
  async #tryCode(): Promise<void> {
    const { entry, options } = this.spec
    try {
      const other = await Run.begin(entry, options, memoryOf(this.spec, TRIAL))
      const { machine } = other.entry
      for (let tour = tourOf(machine, []); !tour.over && !holdsFreshCode(other.state().exchanges); ) {
        const before = other.state().exchanges.length
        await press(other, tourEvent(tour) ?? 'learner.next')
        await press(other, 'learner.next')
        if (other.state().exchanges.length === before) throw new Error(failureOf(other.state().machine) ?? STUCK)
        tour = tourOf(machine, other.state().exchanges)
      }
      await other.makeMove(TRIALS.code)
      this.#takeTrial(other)
    } catch (error) {
      this.run?.fail(sentenceOf(error))
    }
  }

  #take(run: Run): void {
    this.run = run
    run.subscribe(this.#changed)
    this.#changed()
  }

  #takeTrial(trial: Run): void {
    this.elsewhere = trial
    this.#changed()
  }
}

const STUCK = 'The lab for the copied code does not answer. Press Next to try again.'

/** Sends an event and resolves when the machine waits again. */
function press(run: Run, type: string): Promise<void> {
  run.send({ type })
  return new Promise((resolve) => {
    let stop = () => {}
    const look = () => {
      if (!waits(run.state().machine)) return
      stop()
      resolve()
    }
    stop = run.subscribe(look)
    look()
  })
}
