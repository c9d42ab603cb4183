import type { MoveCall, MoveInput } from '@/lib/lab/contract'
import type { Arrival } from '@/lib/wire/exchange'
import type { ExtraEventType } from './events'
import type { GrantContext } from './grant'
import type { MoveMeta, RestMeta } from './meta'

interface MoveOptions {
  /** What the move needs to know. */
  input?: MoveInput | ((context: GrantContext) => MoveInput)
  /** Where the grant stands, by what arrived. `nothing` is a message lost on the way. */
  arrivals: Partial<Record<Arrival, string>> & { nothing: string }
  /** Where it stands when anything else arrived. */
  otherwise: string
}

/** A busy state: one move, made by the kit's exchange machine, and where each answer leads. */
export function move(meta: Omit<MoveMeta, 'kind'>, { input, arrivals, otherwise }: MoveOptions) {
  const callOf = ({ context }: { context: GrantContext }): MoveCall => {
    const given = typeof input === 'function' ? input(context) : input
    return { move: meta.move, step: meta.step, ...(given && { input: given }) }
  }
  return {
    tags: ['busy'],
    meta: { kind: 'move', ...meta },
    invoke: {
      id: 'exchange',
      src: 'exchange',
      input: callOf,
      onSnapshot: { actions: 'follow' },
      onDone: [
        ...Object.entries(arrivals).map(([what, target]) => ({
          guard: { type: 'arrived' as const, params: { what } },
          target,
        })),
        { target: otherwise },
      ],
    },
    on: {
      'learner.next': { actions: 'passOn' },
      'learner.deliverEdited': { actions: 'passOn' },
      'learner.drop': { actions: 'passOn' },
      'learner.retry': { actions: 'passOn' },
    },
    exit: 'letGo',
  } as const
}

type Offers = Partial<Record<'learner.next' | ExtraEventType, string>>

/** A waiting state: the learner goes on from here. */
export function rest(title: RestMeta['title'], on: Offers) {
  return { tags: ['rest'], meta: { kind: 'rest', title }, on } as const
}

/** The grant has reached what it is for. */
export function done(title: RestMeta['title'], on: Offers) {
  return { tags: ['rest', 'done'], meta: { kind: 'rest', title }, on } as const
}

/** A party said no; `on` is what can still be done. */
export function refused(title: RestMeta['title'], on: Offers) {
  return {
    tags: ['rest', 'refused'],
    meta: { kind: 'rest', title },
    on,
  } as const
}

/** The login page waits for the resource owner; Next signs in as the account. */
export function loginPage(title: RestMeta['title'], signingIn: string, offers: Offers = {}) {
  const act = { target: signingIn, actions: 'typeCredentials' } as const
  return {
    tags: ['rest', 'user-acts'],
    meta: { kind: 'rest', title },
    on: { ...offers, 'user.signIn': act, 'learner.next': act },
  } as const
}

/** The page that asks for a device's code waits for the resource owner; Next types the code the device shows. */
export function codePage(title: RestMeta['title'], typingCode: string, offers: Offers = {}) {
  const act = { target: typingCode, actions: 'typeCode' } as const
  return {
    tags: ['rest', 'user-acts'],
    meta: { kind: 'rest', title },
    on: { ...offers, 'user.typeCode': act, 'learner.next': act },
  } as const
}

/** The consent page waits for the resource owner; Next answers as the input says. */
export function consentPage(title: RestMeta['title'], deciding: string, offers: Offers = {}) {
  const act = { target: deciding, actions: 'decide' } as const
  return {
    tags: ['rest', 'user-acts'],
    meta: { kind: 'rest', title },
    on: { ...offers, 'user.approve': act, 'user.deny': act, 'learner.next': act },
  } as const
}

/** The login form, filled in. */
export function loginForm({ credentials }: GrantContext): MoveInput {
  return { form: 'login', values: { ...credentials } }
}

/** The consent form, decided. */
export function consentForm({ decision: { button, scopes } }: GrantContext): MoveInput {
  return {
    form: 'consent',
    values: scopes === null ? {} : { scope: scopes },
    button: { name: 'decision', value: button },
  }
}
