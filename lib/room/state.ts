/**
 * What everybody in a presentation sees: the whole of it, small enough to be sent whole. State is shared rather than
 * events, so that a lost, doubled or late message does no harm: a receiver takes what is newer and drops the rest.
 */
export interface RoomState extends Stamp {
  /** The one window that may change anything. */
  driver: string
  /** Who would like to drive; the driver has `ASK_MILLISECONDS` to say no. */
  asked: { by: string; role: Role } | null
  flow: string
  options: Readonly<Record<string, string>>
  /** Revision at which run, step, black screen or question last changed: what a `Wish` names. */
  moved: number
  /** Which run is shown: see `RunRecord`. Null before there is one. */
  run: string | null
  /** How much of it is on record; who has less asks for the rest. */
  recorded: number
  /** Branch of the run; null is the first one. */
  branch: string | null
  /** Slug of the step looked at; null is before the first. */
  step: string | null
  view: string
  /** What stands beside the diagram. */
  panel: Panel
  /** The inspector's tab, and the value marked everywhere. */
  tab: string
  selection: string | null
  /** Theme of the audience window. */
  theme: string
  /** Text size of the audience window, in per cent. */
  scale: Scale
  /** Blackout. */
  black: boolean
  /** The audience window shows the slide and nothing else. */
  bare: boolean
  laser: Point | null
  /** The latest stroke of vanishing ink; each window lets it fade by itself. */
  ink: { stroke: number; points: readonly Point[] } | null
  /** The audience window shows for a moment what the presenter presses. */
  echo: boolean
  pressed: Pressed | null
  question: Question | null
  /** Code of the room that students can join; null while it is closed. */
  room: string | null
  talk: Talk
}

/** Orders all states ever written: by term, then revision, then writer. */
export interface Stamp {
  /** Rises when somebody takes over from a driver who is not heard any more. */
  term: number
  /** Rises with every change. */
  rev: number
  /** The window that wrote it. */
  by: string
}

export type Role = 'audience' | 'console'
export type Panel = 'none' | 'inspector' | 'screen'

/** What was pressed last: the `count`th that was shown. */
export interface Pressed {
  count: number
  label: string
  /** As `aria-keyshortcuts` writes it; null when it was no key. */
  key: string | null
}

export const SCALES = [100, 125, 150] as const
export type Scale = (typeof SCALES)[number]

export interface Talk {
  /** Minutes it should take. */
  planned: number
  /** When its clock was started, milliseconds since the epoch; null before. */
  startedAt: number | null
}

/** Fractions of the slide's width and height. */
export interface Point {
  x: number
  y: number
}

/** Asked before the answer is seen. The answer is not here before it is revealed: students read this. */
export interface Question {
  id: string
  text: string
  options: readonly { id: string; text: string }[]
  /** Null until it is revealed. */
  answer: { id: string | null; text: string } | null
}

/** The driver has this long to keep control; then it passes to who asked. */
export const ASK_MILLISECONDS = 5000
/** The driver says this often that it is there. */
export const HEARTBEAT_MILLISECONDS = 2000
/** A driver not heard for this long is gone. */
export const SILENCE_MILLISECONDS = 5000

export function openingState(driver: string, flow: string, options: Readonly<Record<string, string>>): RoomState {
  return {
    term: 1,
    rev: 1,
    by: driver,
    driver,
    asked: null,
    flow,
    options,
    moved: 1,
    run: null,
    recorded: 0,
    branch: null,
    step: null,
    view: 'sequence',
    panel: 'none',
    tab: 'message',
    selection: null,
    theme: 'projector',
    scale: 100,
    black: false,
    bare: false,
    laser: null,
    ink: null,
    echo: false,
    pressed: null,
    question: null,
    room: null,
    talk: { planned: 20, startedAt: null },
  }
}

/** Negative when `one` is older than `other`, 0 when they are the same state. */
export function compareStamps(one: Stamp, other: Stamp): number {
  return one.term - other.term || one.rev - other.rev || (one.by < other.by ? -1 : one.by > other.by ? 1 : 0)
}

export const isNewer = (one: Stamp, other: Stamp): boolean => compareStamps(one, other) > 0

/** What a driver may say anew. */
export type Change = Partial<Omit<RoomState, keyof Stamp | 'moved'>>
