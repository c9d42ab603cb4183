/**
 * A lab's clock: the wall's, plus what the learner advanced it by. Once a lab is being stepped, the clock waits while
 * nothing happens: whoever reads a step for ten minutes must not find that a one-minute code has expired meanwhile.
 * Expiry is a click, not a race against the reader.
 */
export interface LabClock {
  /** Milliseconds the learner advanced it. */
  advanced: number
  /** Milliseconds it stood still while somebody read. */
  waited: number
  /** True once a move was prepared. A lab used from outside only keeps the wall's pace. */
  stepped: boolean
  /** Wall clock, in milliseconds, when something last happened. */
  activeAt: number
}

interface Clocked {
  clock: LabClock
}

interface Wall {
  /** Milliseconds since the epoch. */
  wallClock(): number
}

/** Milliseconds the clock runs on after each message before it waits. */
const PATIENCE = 1_000

export function newClock(host: Wall): LabClock {
  return { advanced: 0, waited: 0, stepped: false, activeAt: host.wallClock() }
}

/** The lab's time, in milliseconds since the epoch. Never goes back. */
export function labTime({ clock }: Clocked, host: Wall): number {
  return host.wallClock() + clock.advanced - clock.waited - waiting(clock, host)
}

/**
 * From the first move on the clock waits for its reader. Not where Redis keeps the tokens: its TTLs run down in real
 * time, whoever reads, and a lab must not show another time than its store goes by.
 */
export function beginStepping(lab: Clocked & { tokenStore: string; clientStore: string }): void {
  lab.clock.stepped = lab.tokenStore !== 'redis' && lab.clientStore !== 'redis'
}

/** Something happens in the lab: the clock goes on from where it stands. */
export function wake({ clock }: Clocked, host: Wall): void {
  clock.waited += waiting(clock, host)
  clock.activeAt = host.wallClock()
}

function waiting({ stepped, activeAt }: LabClock, host: Wall): number {
  return stepped ? Math.max(0, host.wallClock() - activeAt - PATIENCE) : 0
}
