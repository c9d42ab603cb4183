import { type Change, isNewer, type Role, type RoomState, SILENCE_MILLISECONDS } from './state'

/** One window of a presentation, and what it last knew. */
export interface Seat {
  readonly id: string
  readonly role: Role
  readonly shared: RoomState
  /** When the driver was last heard, in this window's milliseconds. */
  readonly heardAt: number
}

/** What windows say to each other. */
export type Message =
  /** Sent by the driver on every change, and as a heartbeat. */
  | { kind: 'state'; state: RoomState }
  /** Somebody came, or lacks a part of the record: the driver answers with everything. */
  | { kind: 'hello'; from: string; role: Role; first: boolean }
  /** Somebody would like to drive. */
  | { kind: 'ask'; from: string; role: Role }

export interface Turn {
  seat: Seat
  /** What has to be told to the others; null when nothing. */
  say: Message | null
}

export const drives = ({ id, shared }: Seat): boolean => shared.driver === id

/** Who says again and again how things stand: the driver, and who handed over last until the new one is heard. */
export const speaks = (seat: Seat): boolean => drives(seat) || seat.shared.by === seat.id

const silent = (seat: Seat): Turn => ({ seat, say: null })

/** The driver changes what everybody sees; from anybody else this is nothing. */
export function change(seat: Seat, changes: Change): Turn {
  return drives(seat) ? written(seat, changes) : silent(seat)
}

const MOVES = ['run', 'step', 'black', 'question'] as const

function written(seat: Seat, changes: Change, term = seat.shared.term): Turn {
  const rev = seat.shared.rev + 1
  const moves = MOVES.some((name) => name in changes && changes[name] !== seat.shared[name])
  const moved = moves ? rev : seat.shared.moved
  const state: RoomState = { ...seat.shared, ...changes, term, rev, by: seat.id, moved }
  return { seat: { ...seat, shared: state }, say: { kind: 'state', state } }
}

/** Takes in what another window said. */
export function receive(seat: Seat, message: Message, now: number): Turn {
  if (message.kind === 'state') return silent(heard(seat, message.state, now))
  if (!drives(seat) || message.from === seat.id) return silent(seat)
  const { from, role } = message
  if (message.kind === 'ask') return change(seat, { asked: { by: from, role } })
  // Who opens a console means to drive from it.
  if (message.first && role === 'console' && seat.role === 'audience') {
    return change(seat, { driver: from, asked: null })
  }
  return { seat, say: { kind: 'state', state: seat.shared } }
}

function heard(seat: Seat, state: RoomState, now: number): Seat {
  if (isNewer(state, seat.shared)) return { ...seat, shared: state, heardAt: now }
  return state.rev === seat.shared.rev && state.by === seat.shared.by ? { ...seat, heardAt: now } : seat
}

/** The driver lets the asker drive. */
export function give(seat: Seat): Turn {
  const { asked } = seat.shared
  return asked ? change(seat, { driver: asked.by, asked: null }) : silent(seat)
}

/** The driver stays the driver. */
export const keep = (seat: Seat): Turn => change(seat, { asked: null })

/** Asks the driver for control; takes it when the driver is not heard any more. */
export function takeControl(seat: Seat, now: number): Turn {
  if (drives(seat)) return silent(seat)
  if (!isConnected(seat, now)) return seize(seat)
  return { seat, say: { kind: 'ask', from: seat.id, role: seat.role } }
}

/** Drives from now on, whoever did before: for the first window, and after a driver fell silent. */
export function seize(seat: Seat, changes: Change = {}): Turn {
  return written(seat, { ...changes, driver: seat.id, asked: null }, seat.shared.term + 1)
}

export const isConnected = (seat: Seat, now: number): boolean =>
  drives(seat) || now - seat.heardAt <= SILENCE_MILLISECONDS
