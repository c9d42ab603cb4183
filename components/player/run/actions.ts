import type { PlayerActions, PlayerView } from '../player-view'
import { recordingOf } from './recording'
import type { Run } from './run'
import { headOf, stepsOf } from './view'
import { walking } from './walking'

/** What lies outside a run: starting another one, and the URL that holds its options. */
export interface Surroundings {
  restart(): void
  setOption(name: string, value: string): void
}

/** The player's buttons and keys, on a run. Moving the cursor never calls a server. */
export function actionsOf(run: Run, view: () => PlayerView, { restart, setOption }: Surroundings): PlayerActions {
  const goTo = (number: number) => {
    const { head } = view()
    const cursor = Math.max(0, Math.min(number, head))
    run.moveCursor(cursor === head ? null : cursor)
  }
  /** Does something at the head; the cursor goes one step on, however many messages that made. */
  const act = (event: { type: string } & Record<string, unknown>) => {
    const { head } = view()
    run.send(event)
    followOneStep(run, head)
  }
  return {
    next() {
      const { live, cursor, next } = view()
      if (!live) goTo(cursor + 1)
      else if (next.enabled) act({ type: 'learner.next' })
    },
    ...walking(view, goTo),
    jumpToLive: () => run.moveCursor(null),
    restart,
    submit: (form, values) => act(userEvent(form, values)),
    send: (type) => act({ type }),
    deliverEdited: (request) => act({ type: 'learner.deliverEdited', request }),
    drop: () => act({ type: 'learner.drop' }),
    sendAgain: (seq, request) => void run.sendAgain(seq, request),
    advanceClock: (seconds) => void run.advanceClock(seconds),
    sweep: () => void run.sweep(),
    stealDump: (store) => run.stealDump(store),
    setOption,
    retry() {
      run.dismissFailure()
      run.send({ type: 'learner.retry' })
    },
    record: () => recordingOf(run, view().current?.id ?? null),
  }
}

/** When one press put several messages on record (a server asked another one), the cursor stops at the first. */
function followOneStep(run: Run, head: number): void {
  const stop = run.subscribe(() => {
    const now = headOf(stepsOf(run, run.state()))
    if (now === head) return
    stop()
    run.moveCursor(now === head + 1 ? null : head + 1)
  })
}

/** A form of the human's screen, as the event the machine knows. */
function userEvent(
  form: string,
  values: Record<string, string | string[]>,
): { type: string } & Record<string, unknown> {
  const text = (name: string) => String(values[name] ?? '')
  if (form === 'login') return { type: 'user.signIn', username: text('username'), password: text('password') }
  if (form === 'user-code') return { type: 'user.typeCode', code: text('user_code') }
  if (text('decision') === 'deny') return { type: 'user.deny' }
  return { type: 'user.approve', scopes: [values.scope ?? []].flat() }
}
