import type { AnyStateMachine } from 'xstate'
import type { AttackRef } from '@/lib/attacks'
import type { MoveCall } from '@/lib/lab/contract'
import type { Lesson } from '@/lib/lessons/lesson'
import type { CitationId } from '@/lib/oauth/citations'
import type { Party } from '@/lib/oauth/parties'
import type { Preset, SwitchValue } from '@/lib/oauth/policy'
import type { SecretKind } from '@/lib/oauth/secrets'
import {
  atRest,
  type ChosenOptions,
  type GrantOption,
  optionPolicy,
  optionStores,
  type StoreChoice,
  storeOptions,
} from './options'
import type { CastClientId } from './party-names'

/** What lists, links and labs need of a grant: small enough for every page. */
export interface GrantEntry {
  /** Stands in the URL: `/flows/authorization-code`. */
  slug: string
  /** `Authorization code`. */
  title: string
  /** One sentence: what this grant is for. */
  summary: string
  /** Brings what a run needs besides; it is a file of its own. `loadGrant` asks for it once. */
  load(): Promise<GrantCode>
  /** The cast's client that uses it: decides what the client is called in this flow. */
  client: CastClientId
  options: readonly GrantOption[]
  /** The body for `POST /api/labs` that makes a lab for a run with these options; missing ones are the defaults. */
  lab(chosen?: ChosenOptions): LabForRun
  /** The section that defines it. */
  rfc: CitationId
  /** `care`: fine where its conditions hold. `removed`: not in OAuth 2.1. */
  status: 'recommended' | 'care' | 'legacy' | 'removed'
  /** The clause that says so; left out, the one that defines it. */
  statusCite?: CitationId
  /** Where it stands in the catalogue; left out, among the flows to start with. */
  group?: GrantGroup
  /** Where it is to be found, when it is no flow of the catalogue: the path of its runs, and the page about it. */
  home?: { runs: string; about: string; label: string }
  /** The application pushes its authorization requests, though this flow usually does without (RFC 9126). */
  pushes?: boolean
  /** The powerful secrets each party has had in hands once the grant is done, by its default options. */
  holds?: Partial<Record<Party, readonly SecretKind[]>>
}

/** The order of a grant's messages, and the words for each step. */
export interface GrantCode {
  machine: AnyStateMachine
  lesson: Lesson
}

/** Everything the app knows of a grant. */
export interface LoadedGrant extends GrantEntry, GrantCode {}

/** What a run asks of the lab that is made for it. */
export type LabForRun = StoreChoice & {
  policy: { preset: Preset } & Record<string, SwitchValue>
  /** Moves made before the learner takes over. */
  moves?: readonly MoveCall[]
  /** The attack that Mallory plays in it. */
  attack?: AttackRef
}

/** Headings of the catalogue, in order. */
export const GRANT_GROUPS = {
  start: 'Start here',
  'without-user': 'Servers without a user',
  devices: 'Devices',
  'on-top': 'On top',
  legacy: 'Legacy',
} as const

export type GrantGroup = keyof typeof GRANT_GROUPS

/** A grant’s machine and its words, each loaded when somebody wants it. */
export async function both(...code: [machine: Promise<AnyStateMachine>, lesson: Promise<Lesson>]): Promise<GrantCode> {
  const [machine, lesson] = await Promise.all(code)
  return { machine, lesson }
}

type GrantDefinition = Omit<GrantEntry, 'lab'> & {
  preset: Preset
  /** Switches that every run of this flow sets. */
  policy?: Readonly<Record<string, SwitchValue>>
  /** True for an application that keeps nothing on a server: there is no store to choose for it. */
  serverless?: boolean
  /** Moves that the lab makes for real before the machine's beginning. */
  before?: readonly MoveCall[]
}

/** Every flow can choose its stores, and lab and options follow from what the flow says of itself. */
export function grant({ preset, policy = {}, serverless = false, before, ...entry }: GrantDefinition): GrantEntry {
  const stores = storeOptions.filter(({ name }) => name === 'tokens' || !serverless)
  const options = [...entry.options, ...stores, atRest]
  return {
    ...entry,
    options,
    lab: (chosen = {}) => ({
      policy: { preset, ...policy, ...optionPolicy(options, chosen) },
      ...optionStores(options, chosen),
      ...(before && { moves: before }),
    }),
  }
}

/** The grant with its machine and words: one promise an entry, so that whoever asks again does not wait again. */
export function loadGrant(entry: GrantEntry): Promise<LoadedGrant> {
  const known = loaded.get(entry)
  if (known) return known
  const grant = withCode(entry)
  loaded.set(entry, grant)
  grant.catch(() => loaded.delete(entry))
  return grant
}

const loaded = new WeakMap<GrantEntry, Promise<LoadedGrant>>()

/** @throws Error with a sentence for the page when the file does not come */
async function withCode(entry: GrantEntry): Promise<LoadedGrant> {
  try {
    return { ...entry, ...(await entry.load()) }
  } catch {
    throw new Error(`${entry.title} could not be loaded. Check that the Grant Lab server runs, then retry.`)
  }
}
