import type { MoveCall } from '@/lib/lab/contract'
import { linkTo, type Spot } from '../link'
import type { PlayerActions, PlayerView } from '../player-view'
import { forkMark } from './acting'
import { recordingOf } from './recording'
import type { Run } from './run'
import { headOf, stepsOf } from './view'
import { walking } from './walking'

const TOO_EARLY = 'This was made before the lesson begins, so nothing else can be done here. Go on to a later step.'

/** What lies outside a run: starting another one, and the URL that holds its options. */
export interface Surroundings {
  restart(): void
  setOption: PlayerActions['setOption']
}

/** The player's buttons and keys, on a run. Moving the cursor never calls a server. */
export function actionsOf(run: Run, view: () => PlayerView, { restart, setOption }: Surroundings): PlayerActions {
  const goTo = (number: number) => {
    const { head } = view()
    const cursor = Math.max(0, Math.min(number, head))
    run.moveCursor(cursor === head ? null : cursor)
  }
  /** Does something where the viewer stands; when that is an earlier step, the servers are put back there first. */
  const here = (work: () => void) => {
    const { acting, current } = view()
    const { branching } = run.state()
    if (acting === 'here' || !branching) work()
    else if (acting !== null) void run.stand(forkMark(branching, current)).then((stands) => stands && work())
    else run.fail(TOO_EARLY)
  }
  /** Sends the machine an event; the cursor goes one step on, however many messages that made. */
  const act = (event: { type: string } & Record<string, unknown>) =>
    here(() => {
      const head = headOf(stepsOf(run, run.state()))
      run.send(event)
      followOneStep(run, head)
    })
  return {
    next() {
      const { head, cursor, next } = view()
      if (cursor < head) goTo(cursor + 1)
      else if (next.enabled) act({ type: 'learner.next' })
    },
    ...walking(view, goTo),
    jumpToLive: () => run.show(run.state().branching?.live ?? 1),
    goHere: () => here(() => {}),
    showBranch: (id) => run.show(id),
    restart,
    submit: (form, values) => act(userEvent(form, values)),
    send: (type) => act({ type }),
    deliverEdited: (request) => act({ type: 'learner.deliverEdited', request }),
    drop: () => act({ type: 'learner.drop' }),
    sendAgain: (seq, request) => here(() => void run.makeMove(sendAgain(seq), { request })),
    advanceClock: (seconds) => here(() => void run.advanceClock(seconds)),
    sweep: () => here(() => void run.sweep()),
    stealDump: (store) => run.stealDump(store),
    setOption,
    retry() {
      run.dismissFailure()
      run.send({ type: 'learner.retry' })
    },
    // Saved runs are of flows of the catalogue.
    ...(run.entry.home
      ? { link: (spot: Spot) => linkTo(run.entry, spot) }
      : { record: () => recordingOf(run, view().current?.id ?? null) }),
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

/** A recorded message once more, as it was or edited. It is no step of the grant. */
const sendAgain = (seq: number): MoveCall => ({ move: 'send-again', step: 'send-again', input: { seq: String(seq) } })

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
