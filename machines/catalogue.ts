import type { AnyStateMachine } from 'xstate'
import type { AttackRef } from '@/lib/attacks'
import type { MoveCall } from '@/lib/lab/contract'
import { authorizationCodeLesson } from '@/lib/lessons/authorization-code'
import { authorizationCodeBrowserLesson } from '@/lib/lessons/authorization-code-browser'
import { clientCredentialsLesson } from '@/lib/lessons/client-credentials'
import { deviceLesson } from '@/lib/lessons/device'
import { implicitLesson } from '@/lib/lessons/implicit'
import { jwtBearerLesson } from '@/lib/lessons/jwt-bearer'
import type { Lesson } from '@/lib/lessons/lesson'
import { openIdConnectLesson } from '@/lib/lessons/openid-connect'
import { parDpopLesson } from '@/lib/lessons/par-dpop'
import { passwordLesson } from '@/lib/lessons/password'
import { refreshLesson } from '@/lib/lessons/refresh'
import { tokenExchangeLesson } from '@/lib/lessons/token-exchange'
import type { CitationId } from '@/lib/oauth/citations'
import type { Party } from '@/lib/oauth/parties'
import type { Preset, SwitchValue } from '@/lib/oauth/policy'
import type { SecretKind } from '@/lib/oauth/secrets'
import { authorizationCodeMachine } from './grants/authorization-code.machine'
import { authorizationCodeBrowserMachine } from './grants/authorization-code-browser.machine'
import { clientCredentialsMachine } from './grants/client-credentials.machine'
import { deviceMachine } from './grants/device.machine'
import { implicitMachine } from './grants/implicit.machine'
import { jwtBearerMachine } from './grants/jwt-bearer.machine'
import { openIdConnectMachine } from './grants/openid-connect.machine'
import { parDpopMachine } from './grants/par-dpop.machine'
import { passwordMachine } from './grants/password.machine'
import { connected, refreshMachine } from './grants/refresh.machine'
import { tokenExchangeMachine } from './grants/token-exchange.machine'
import {
  addressBar,
  assertionChecks,
  atRest,
  browserStore,
  type ChosenOptions,
  clientAuthentication,
  clientType,
  exchangePolicy,
  type GrantOption,
  legacyRules,
  nonce,
  optionPolicy,
  optionStores,
  pkce,
  rotation,
  type StoreChoice,
  storeOptions,
  tokenFormat,
} from './kit/options'
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
  /** The powerful secrets each party has had in hands once the grant is done, by its default options. */
  holds?: Partial<Record<Party, readonly SecretKind[]>>
}

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

type GrantDefinition = Omit<GrantEntry, 'lab'> & {
  preset: Preset
  /** Switches that every run of this flow sets. */
  policy?: Readonly<Record<string, SwitchValue>>
  /** True for an application that keeps nothing on a server: there is no store to choose for it. */
  serverless?: boolean
  /** Moves that the lab makes for real before the machine's beginning. */
  before?: readonly MoveCall[]
}

function grant({ preset, policy = {}, serverless = false, before, ...entry }: GrantDefinition): GrantEntry {
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
    statusCite: 'rfc9700-2.1.1',
    group: 'start',
    holds: {
      user: ['password'],
      browser: ['authorization_code', 'password', 'session_cookie'],
      client: [
        'authorization_code',
        'access_token',
        'refresh_token',
        'client_secret',
        'code_verifier',
        'session_cookie',
      ],
      'authorization-server': [
        'authorization_code',
        'access_token',
        'refresh_token',
        'client_secret',
        'code_verifier',
        'password',
        'session_cookie',
      ],
      'resource-server': ['access_token'],
    },
  }),
  grant({
    slug: 'authorization-code-browser',
    machine: authorizationCodeBrowserMachine,
    lesson: authorizationCodeBrowserLesson,
    client: 'photo-gallery',
    options: [browserStore, pkce, tokenFormat],
    preset: 'bcp',
    serverless: true,
    rfc: 'rfc10017-6.3',
    status: 'care',
    group: 'start',
    holds: {
      user: ['password'],
      browser: ['authorization_code', 'access_token', 'refresh_token', 'code_verifier', 'password', 'session_cookie'],
      client: ['authorization_code'],
      'authorization-server': [
        'authorization_code',
        'access_token',
        'refresh_token',
        'code_verifier',
        'password',
        'session_cookie',
      ],
      'resource-server': ['access_token'],
    },
  }),
  grant({
    slug: 'implicit',
    machine: implicitMachine,
    lesson: implicitLesson,
    client: 'photo-gallery',
    options: [legacyRules, browserStore, addressBar],
    preset: 'rfc6749',
    // The 307 that the preset allows would post the password on, which is another lesson.
    policy: { browserGrant: 'token', redirectStatus: 303 },
    serverless: true,
    rfc: 'rfc6749-4.2',
    status: 'removed',
    statusCite: 'rfc9700-2.1.2',
    group: 'legacy',
    holds: {
      user: ['password'],
      browser: ['access_token', 'password', 'session_cookie'],
      'authorization-server': ['access_token', 'client_secret', 'password', 'session_cookie'],
      'resource-server': ['access_token', 'client_secret'],
    },
  }),
  grant({
    slug: 'refresh',
    machine: refreshMachine,
    lesson: refreshLesson,
    client: 'photo-editor',
    options: [rotation, clientType],
    preset: 'bcp',
    before: connected,
    rfc: 'rfc6749-6',
    status: 'recommended',
    statusCite: 'rfc9700-4.14.2',
    group: 'start',
    holds: {
      user: ['password'],
      browser: ['authorization_code', 'password', 'session_cookie'],
      client: [
        'authorization_code',
        'access_token',
        'refresh_token',
        'client_secret',
        'code_verifier',
        'session_cookie',
      ],
      'authorization-server': [
        'authorization_code',
        'access_token',
        'refresh_token',
        'client_secret',
        'code_verifier',
        'password',
        'session_cookie',
      ],
      'resource-server': ['access_token'],
      attacker: ['refresh_token', 'client_secret'],
    },
  }),
  grant({
    slug: 'password',
    machine: passwordMachine,
    lesson: passwordLesson,
    client: 'drive-desktop',
    options: [legacyRules],
    preset: 'rfc6749',
    rfc: 'rfc6749-4.3',
    status: 'removed',
    statusCite: 'rfc9700-2.4',
    group: 'legacy',
    holds: {
      user: ['password'],
      browser: ['password', 'session_cookie'],
      client: ['password', 'access_token', 'refresh_token', 'client_secret', 'session_cookie'],
      'authorization-server': ['password', 'access_token', 'refresh_token', 'client_secret'],
      'resource-server': ['access_token', 'client_secret'],
    },
  }),
  grant({
    slug: 'openid-connect',
    machine: openIdConnectMachine,
    lesson: openIdConnectLesson,
    client: 'photo-editor',
    options: [nonce, tokenFormat],
    preset: 'bcp',
    policy: { openIdConnect: true },
    rfc: 'oidc-core-3.1',
    status: 'recommended',
    statusCite: 'rfc9700-2.1.1',
    group: 'on-top',
    holds: {
      user: ['password'],
      browser: ['authorization_code', 'password', 'session_cookie'],
      client: [
        'authorization_code',
        'access_token',
        'refresh_token',
        'id_token',
        'client_secret',
        'code_verifier',
        'session_cookie',
      ],
      'authorization-server': [
        'authorization_code',
        'access_token',
        'refresh_token',
        'id_token',
        'client_secret',
        'code_verifier',
        'password',
        'session_cookie',
      ],
      'resource-server': ['access_token'],
    },
  }),
  grant({
    slug: 'client-credentials',
    machine: clientCredentialsMachine,
    lesson: clientCredentialsLesson,
    client: 'nightly-backup',
    options: [clientAuthentication, tokenFormat],
    preset: 'bcp',
    rfc: 'rfc6749-4.4',
    status: 'recommended',
    statusCite: 'rfc6749-4.4',
    group: 'without-user',
    holds: {
      client: ['access_token', 'client_secret'],
      'authorization-server': ['access_token', 'client_secret'],
      'resource-server': ['access_token'],
    },
  }),
  grant({
    slug: 'token-exchange',
    machine: tokenExchangeMachine,
    lesson: tokenExchangeLesson,
    client: 'photo-editor',
    options: [exchangePolicy, tokenFormat],
    preset: 'bcp',
    rfc: 'rfc8693-2.1',
    status: 'care',
    statusCite: 'rfc8693-5',
    group: 'on-top',
    holds: {
      user: ['password'],
      browser: ['authorization_code', 'password', 'session_cookie'],
      client: [
        'authorization_code',
        'access_token',
        'refresh_token',
        'client_secret',
        'code_verifier',
        'session_cookie',
      ],
      service: ['access_token', 'client_secret'],
      'authorization-server': [
        'authorization_code',
        'access_token',
        'refresh_token',
        'client_secret',
        'code_verifier',
        'password',
        'session_cookie',
      ],
      'resource-server': ['access_token'],
    },
  }),
  grant({
    slug: 'jwt-bearer',
    machine: jwtBearerMachine,
    lesson: jwtBearerLesson,
    client: 'print-shop',
    options: [assertionChecks, tokenFormat],
    preset: 'bcp',
    rfc: 'rfc7523-2.1',
    status: 'care',
    statusCite: 'rfc7523-3',
    group: 'without-user',
    holds: {
      client: ['access_token', 'assertion', 'client_secret'],
      service: ['assertion', 'client_secret'],
      'authorization-server': ['access_token', 'assertion', 'client_secret'],
      'resource-server': ['access_token'],
    },
  }),
  grant({
    slug: 'device',
    machine: deviceMachine,
    lesson: deviceLesson,
    client: 'living-room-tv',
    options: [tokenFormat],
    preset: 'bcp',
    rfc: 'rfc8628-3.1',
    status: 'care',
    statusCite: 'rfc10027-6.1',
    group: 'devices',
    holds: {
      user: ['password'],
      browser: ['password', 'session_cookie'],
      client: ['device_code', 'access_token', 'refresh_token'],
      'authorization-server': ['device_code', 'access_token', 'refresh_token', 'password', 'session_cookie'],
      'resource-server': ['access_token'],
    },
  }),
  grant({
    slug: 'par-dpop',
    machine: parDpopMachine,
    lesson: parDpopLesson,
    client: 'photo-editor',
    options: [clientType, tokenFormat],
    preset: 'fapi2',
    rfc: 'rfc9449-5',
    status: 'recommended',
    statusCite: 'rfc9700-2.2.1',
    group: 'on-top',
    holds: {
      user: ['password'],
      browser: ['authorization_code', 'password', 'session_cookie'],
      client: ['authorization_code', 'access_token', 'refresh_token', 'assertion', 'code_verifier', 'session_cookie'],
      'authorization-server': [
        'authorization_code',
        'access_token',
        'refresh_token',
        'assertion',
        'client_secret',
        'code_verifier',
        'password',
        'session_cookie',
      ],
      'resource-server': ['access_token', 'client_secret'],
    },
  }),
]

export function findGrant(slug: string): GrantEntry | null {
  return CATALOGUE.find((entry) => entry.slug === slug) ?? null
}
