import type { AnyStateMachine } from 'xstate'
import { authorizationCodeLesson } from '@/lib/lessons/authorization-code'
import type { Lesson } from '@/lib/lessons/lesson'
import type { CitationId } from '@/lib/oauth/citations'
import type { Preset, SwitchValue } from '@/lib/oauth/policy'
import { authorizationCodeMachine } from './grants/authorization-code.machine'
import { type ChosenOptions, clientType, type GrantOption, optionPolicy, pkce, tokenFormat } from './kit/options'
import type { CastClientId } from './kit/party-names'

/** Everything the app knows of a grant. */
export interface GrantEntry {
  /** Stands in the URL: `/flows/authorization-code`. */
  slug: string
  machine: AnyStateMachine
  lesson: Lesson
  /** The cast's client that uses it: decides what the client is called in this flow. */
  client: CastClientId
  options: readonly GrantOption[]
  /** The body for `POST /api/labs` that makes a lab for a run with these options; missing ones are the defaults. */
  lab(chosen?: ChosenOptions): { policy: { preset: Preset } & Record<string, SwitchValue> }
  /** The section that defines it. */
  rfc: CitationId
  status: 'recommended' | 'legacy' | 'removed'
}

type GrantDefinition = Omit<GrantEntry, 'lab'> & { preset: Preset }

function grant({ preset, ...entry }: GrantDefinition): GrantEntry {
  return { ...entry, lab: (chosen = {}) => ({ policy: { ...optionPolicy(entry.options, chosen), preset } }) }
}

export const CATALOGUE: readonly GrantEntry[] = [
  grant({
    slug: 'authorization-code',
    machine: authorizationCodeMachine,
    lesson: authorizationCodeLesson,
    client: 'photo-editor',
    options: [pkce, clientType, tokenFormat],
    preset: 'bcp',
    rfc: 'rfc6749-4.1',
    status: 'recommended',
  }),
]

export function findGrant(slug: string): GrantEntry | null {
  return CATALOGUE.find((entry) => entry.slug === slug) ?? null
}
