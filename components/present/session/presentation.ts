import { type Look, lookOf, parted } from '@/lib/room/look'
import { mergeRecord, partSince, type RunRecord, recordedIn } from '@/lib/room/record'
import * as seats from '@/lib/room/seat'
import {
  ASK_MILLISECONDS,
  type Change,
  HEARTBEAT_MILLISECONDS,
  openingState,
  type Role,
  type RoomState,
  SILENCE_MILLISECONDS,
} from '@/lib/room/state'
import type { Kept, Presented, Spoken, Surroundings } from './presented'

interface Window {
  id: string
  role: Role
  flow: string
  options: Readonly<Record<string, string>>
  /** The window was here before and is reloaded. */
  again: boolean
}

/** A new window that nobody answers within this time is the first one. */
const ALONE_MILLISECONDS = 300

/** One window's part in a presentation: what all of them see, and who drives. */
export class Presentation {
  readonly id: string
  readonly #window: Window
  readonly #around: Surroundings
  readonly #listeners = new Set<() => void>()
  readonly #stops: (() => void)[] = []
  #seat: seats.Seat
  #record: RunRecord | null = null
  #ready = false
  #look: Look | null = null
  #presented: Presented
  /** Reloaded while it drove: the tab itself remembers its run, with all its branches. */
  #own = false
  #asking: ReturnType<typeof setTimeout> | undefined

  constructor(window: Window, around: Surroundings) {
    this.id = window.id
    this.#window = window
    this.#around = around
    // Nobody drives a presentation before it is known whether somebody else does.
    const opening = { ...openingState('', window.flow, window.options), term: 0, rev: 0 }
    const shared = { ...opening, ...around.recall()?.shared }
    this.#seat = { id: window.id, role: window.role, shared, heardAt: around.now() }
    this.#presented = this.#read()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly state = (): Presented => this.#presented

  start(): void {
    const { id, role, again } = this.#window
    this.#stops.push(this.#around.hear((message) => this.#hear(message)))
    const beat = setInterval(() => this.#beat(), HEARTBEAT_MILLISECONDS)
    this.#stops.push(() => clearInterval(beat))
    this.#own = again && seats.drives(this.#seat)
    if (this.#own) this.#settle()
    this.#around.say({ kind: 'hello', from: id, role, first: !again })
    // A busy driver answers late: a window that is reloaded does not take control from it.
    const patience = again ? SILENCE_MILLISECONDS : ALONE_MILLISECONDS
    const alone = setTimeout(() => !this.#ready && this.#beginAlone(), patience)
    this.#stops.push(() => clearTimeout(alone))
  }

  stop(): void {
    clearTimeout(this.#asking)
    for (const stop of this.#stops.splice(0)) stop()
  }

  /** Changes what everybody sees, or, looking privately, what this window sees. Only the driver can. */
  change(changes: Change): void {
    const shared = this.#privately(changes)
    const same = Object.entries(shared).every(([name, value]) => this.#seat.shared[name as keyof Change] === value)
    if (!same) this.#take(seats.change(this.#seat, shared))
  }

  /** From now on the audience stays where it is. Only the driver can. */
  lookPrivately(): void {
    if (seats.drives(this.#seat)) this.#setLook(lookOf(this.#seat.shared))
  }

  /** Ends that. @param bring the audience comes to where this window is; else nothing of it was ever seen */
  comeBack(bring: boolean): void {
    const look = this.#look
    this.#setLook(null)
    if (look && bring) this.change(look)
  }

  /** The driver's run has gone on. */
  tell(record: RunRecord, step: string | null): void {
    if (!seats.drives(this.#seat)) return
    const part = partSince(this.#record, record)
    this.#record = record
    const changes = this.#privately({ run: record.run, recorded: recordedIn(record), step })
    this.#take(seats.change(this.#seat, changes), part)
  }

  takeControl(): void {
    this.#take(seats.takeControl(this.#seat, this.#around.now()))
  }

  give(): void {
    this.#take(seats.give(this.#seat))
  }

  keep(): void {
    this.#take(seats.keep(this.#seat))
  }

  /** The run to go on with, when this window begins to drive; null when it is its own, or there is none. */
  resumable(): Kept['record'] {
    return this.#record ?? (this.#own ? null : (this.#around.recall()?.record ?? null))
  }

  #hear({ part = null, ...message }: Spoken): void {
    const { shared } = this.#seat
    this.#merge(part, message.kind === 'state' ? message.state : shared)
    const turn = seats.receive(this.#seat, message, this.#around.now())
    // Who lacks something is answered with everything.
    this.#take(turn, message.kind === 'hello' ? this.#record : null)
    if (message.kind === 'state' && this.#lacks()) this.#askForAll()
  }

  /** Keeps what belongs to a private look; answers what is everybody's. */
  #privately(changes: Change): Change {
    if (!this.#look) return changes
    const { look, others } = parted(changes)
    this.#setLook({ ...this.#look, ...look })
    return others
  }

  #setLook(look: Look | null): void {
    this.#look = look
    this.#refresh()
  }

  #merge(part: RunRecord | null, state: RoomState): void {
    if (!part || seats.drives(this.#seat)) return
    const outdated = part.run !== this.#record?.run && part.run !== state.run
    if (!outdated) this.#record = mergeRecord(this.#record, part)
  }

  #lacks(): boolean {
    const { run, recorded } = this.#seat.shared
    if (seats.drives(this.#seat) || run === null) return false
    return this.#record?.run !== run || recordedIn(this.#record) < recorded
  }

  #askForAll(): void {
    const { id, role } = this.#window
    this.#around.say({ kind: 'hello', from: id, role, first: false })
  }

  #beat(): void {
    if (seats.speaks(this.#seat)) this.#around.say({ kind: 'state', state: this.#seat.shared })
    this.#refresh()
  }

  #take({ seat, say }: seats.Turn, part: RunRecord | null = null): void {
    const before = this.#seat.shared
    this.#seat = seat
    if (!seats.drives(seat)) this.#look = null
    if (say) this.#around.say({ ...say, part })
    if (seat.shared !== before) {
      this.#remember()
      this.#watchAsking()
    }
    if (seat.shared.driver !== '' && seat.shared !== before) this.#settle()
    this.#refresh()
  }

  /** Goes on where the last presentation ended; its clock does not. */
  #beginAlone(): void {
    const { talk } = this.#seat.shared
    const fresh = this.#window.again ? {} : { talk: { ...talk, startedAt: null } }
    this.#take(seats.seize(this.#seat, fresh))
  }

  #settle(): void {
    this.#ready = true
    this.#refresh()
  }

  /** Where the laser points changes many times a second, and need not survive a reload. */
  #remember(): void {
    const { shared } = this.#seat
    if (shared.laser || shared.ink) return
    const { lab, machine, run } = this.#record ?? this.#around.recall()?.record ?? {}
    this.#around.remember({ shared, record: lab && run ? { lab, machine, run } : null })
  }

  /** Control passes to who asked unless the driver keeps it in time. */
  #watchAsking(): void {
    clearTimeout(this.#asking)
    if (seats.drives(this.#seat) && this.#seat.shared.asked) {
      this.#asking = setTimeout(() => this.give(), ASK_MILLISECONDS)
    }
  }

  #read(): Presented {
    const seat = this.#seat
    const connected = seats.isConnected(seat, this.#around.now())
    const { shared } = seat
    const known = { record: this.#record, ready: this.#ready, look: this.#look }
    return { shared, ...known, driving: seats.drives(seat), connected }
  }

  #refresh(): void {
    const next = this.#read()
    const now = this.#presented
    if ((Object.keys(next) as (keyof Presented)[]).every((name) => next[name] === now[name])) return
    this.#presented = next
    for (const listener of this.#listeners) listener()
  }
}
