import { decodeFormValue, encodeFormValue } from '@/lib/oauth/form'
import { scopeTokens } from '@/lib/oauth/scope'
import type { Draft, Field, Group } from './draft'
import { withFields } from './reducer'

/** What the mutations may draw on: the lab's registered clients. */
export interface Surroundings {
  clients: readonly { client_id: string; scope: string }[]
}

/** A change worth trying, made with one click. */
export interface Mutation {
  id: string
  label: string
  /** The changed draft, or null where the mutation does not apply. */
  apply(draft: Draft, surroundings: Surroundings): Draft | null
}

type Change = (field: Field, surroundings: Surroundings) => Field | null

const PARAMETERS: readonly Group[] = ['query', 'form']

function onFields(groups: readonly Group[], name: string, change: Change): Mutation['apply'] {
  return (draft, surroundings) => {
    let touched = false
    const edit = (field: Field): Field => {
      if (field.removed || field.name !== name) return field
      const changed = change(field, surroundings)
      if (!changed) return field
      touched = true
      return changed
    }
    const open = groups.filter((group) => group !== 'form' || draft.rawBody === null)
    const edited = open.reduce((now, group) => withFields(now, group, now.fields[group].map(edit)), draft)
    return touched ? edited : null
  }
}

const drop: Change = (field) => ({ ...field, removed: true })
const set = (value: (old: string, surroundings: Surroundings) => string | null): Change => {
  return (field, surroundings) => {
    const next = value(field.value, surroundings)
    return next === null || next === field.value || field.value !== field.was?.[1] ? null : { ...field, value: next }
  }
}

/** Another character in the middle: the same length, so only the value can give it away. */
export function altered(value: string): string {
  const at = Math.floor(value.length / 2)
  return `${value.slice(0, at)}${value[at] === 'A' ? 'B' : 'A'}${value.slice(at + 1)}`
}

const otherClient = (old: string, { clients }: Surroundings) =>
  clients.find(({ client_id }) => client_id !== old)?.client_id ?? null

function wider(old: string, { clients }: Surroundings): string | null {
  const held = scopeTokens(old)
  const more = clients.flatMap(({ scope }) => scopeTokens(scope)).find((token) => !held.includes(token))
  return more ? [...held, more].join(' ') : null
}

/** Changes one half of HTTP Basic credentials (RFC 6749, section 2.3.1). */
function basic(half: 'id' | 'secret', value: (old: string, surroundings: Surroundings) => string | null): Change {
  return set((old, surroundings) => {
    const [, encoded] = /^Basic ([\w+/=]+)$/i.exec(old) ?? []
    const [id, secret] = encoded ? atob(encoded).split(':') : []
    if (id === undefined || secret === undefined) return null
    const next = value(decodeFormValue(half === 'id' ? id : secret), surroundings)
    if (next === null) return null
    return `Basic ${btoa(half === 'id' ? `${encodeFormValue(next)}:${secret}` : `${id}:${encodeFormValue(next)}`)}`
  })
}

const bearer = (change: (token: string) => string | null) =>
  set((old) => {
    const [, token] = /^Bearer (.+)$/i.exec(old) ?? []
    const next = token ? change(token) : null
    return next === null ? null : `Bearer ${next}`
  })

const either =
  (...all: Mutation['apply'][]): Mutation['apply'] =>
  (draft, surroundings) => {
    const changed = all.reduce((now, apply) => apply(now, surroundings) ?? now, draft)
    return changed === draft ? null : changed
  }

export const MUTATIONS: readonly Mutation[] = [
  {
    id: 'no-verifier',
    label: 'Drop code_verifier',
    apply: onFields(PARAMETERS, 'code_verifier', drop),
  },
  {
    id: 'other-verifier',
    label: 'Other code_verifier',
    apply: onFields(PARAMETERS, 'code_verifier', set(altered)),
  },
  {
    id: 'no-challenge',
    label: 'Drop code_challenge',
    apply: onFields(PARAMETERS, 'code_challenge', drop),
  },
  {
    id: 'other-redirect',
    label: 'Other redirect_uri',
    apply: onFields(
      PARAMETERS,
      'redirect_uri',
      set((uri) => `${uri}/elsewhere`),
    ),
  },
  {
    id: 'no-state',
    label: 'Drop state',
    apply: onFields(PARAMETERS, 'state', drop),
  },
  {
    id: 'other-state',
    label: 'Other state',
    apply: onFields(PARAMETERS, 'state', set(altered)),
  },
  {
    id: 'other-client',
    label: 'Swap client_id',
    apply: either(
      onFields(PARAMETERS, 'client_id', set(otherClient)),
      onFields(['headers'], 'authorization', basic('id', otherClient)),
    ),
  },
  {
    id: 'wrong-secret',
    label: 'Wrong client secret',
    apply: either(
      onFields(PARAMETERS, 'client_secret', set(altered)),
      onFields(['headers'], 'authorization', basic('secret', altered)),
    ),
  },
  {
    id: 'wider-scope',
    label: 'Widen scope',
    apply: onFields(PARAMETERS, 'scope', set(wider)),
  },
  {
    id: 'other-code',
    label: 'Other code',
    apply: onFields(PARAMETERS, 'code', set(altered)),
  },
  {
    id: 'no-token',
    label: 'Drop the access token',
    apply: onFields(['headers'], 'authorization', (field) =>
      /^Bearer /i.test(field.value) ? drop(field, { clients: [] }) : null,
    ),
  },
  {
    id: 'other-token',
    label: 'Alter the access token',
    apply: onFields(['headers'], 'authorization', bearer(altered)),
  },
]

/** The mutations that apply to a draft as its sender prepared it. */
export const mutationsFor = (draft: Draft, surroundings: Surroundings): Mutation[] =>
  MUTATIONS.filter((mutation) => mutation.apply(draft, surroundings) !== null)
