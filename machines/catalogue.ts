import type { AnyStateMachine } from 'xstate'
import type { AttackRef } from '@/lib/attacks'
import type { MoveCall } from '@/lib/lab/contract'
import type { Lesson } from '@/lib/lessons/lesson'
import type { CitationId } from '@/lib/oauth/citations'
import type { Party } from '@/lib/oauth/parties'
import type { Preset, SwitchValue } from '@/lib/oauth/policy'
import type { SecretKind } from '@/lib/oauth/secrets'
import { connected } from './kit/connected'
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

async function both(...code: [machine: Promise<AnyStateMachine>, lesson: Promise<Lesson>]): Promise<GrantCode> {
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
    title: 'Authorization code',
    summary: 'An app with a server gets access to Alice’s photos, and never sees her password.',
    load: () =>
      both(
        import('./grants/authorization-code.machine').then(({ authorizationCodeMachine }) => authorizationCodeMachine),
        import('@/lib/lessons/authorization-code').then(({ authorizationCodeLesson }) => authorizationCodeLesson),
      ),
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
    title: 'Authorization code in a browser app',
    summary:
      'An app that is nothing but a script in a page gets access to Alice’s photos, with PKCE instead of a secret.',
    load: () =>
      both(
        import('./grants/authorization-code-browser.machine').then(
          ({ authorizationCodeBrowserMachine }) => authorizationCodeBrowserMachine,
        ),
        import('@/lib/lessons/authorization-code-browser').then(
          ({ authorizationCodeBrowserLesson }) => authorizationCodeBrowserLesson,
        ),
      ),
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
    title: 'Implicit',
    summary: 'How browser apps used to get their token: in the address of a page, for every script on it to read.',
    load: () =>
      both(
        import('./grants/implicit.machine').then(({ implicitMachine }) => implicitMachine),
        import('@/lib/lessons/implicit').then(({ implicitLesson }) => implicitLesson),
      ),
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
    title: 'Refresh',
    summary: 'An app renews its access without asking Alice, and a stolen refresh token gives itself away.',
    load: () =>
      both(
        import('./grants/refresh.machine').then(({ refreshMachine }) => refreshMachine),
        import('@/lib/lessons/refresh').then(({ refreshLesson }) => refreshLesson),
      ),
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
    title: 'Password credentials',
    summary: 'An app takes Alice’s password and trades it for tokens, which is what OAuth was made to end.',
    load: () =>
      both(
        import('./grants/password.machine').then(({ passwordMachine }) => passwordMachine),
        import('@/lib/lessons/password').then(({ passwordLesson }) => passwordLesson),
      ),
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
    title: 'OpenID Connect',
    summary: 'The app learns who Alice is, from an ID token made for it, and gets access to her photos beside.',
    load: () =>
      both(
        import('./grants/openid-connect.machine').then(({ openIdConnectMachine }) => openIdConnectMachine),
        import('@/lib/lessons/openid-connect').then(({ openIdConnectLesson }) => openIdConnectLesson),
      ),
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
    title: 'Client credentials',
    summary: 'A backup job uses an API in its own name: no user is there, and nobody has to be asked.',
    load: () =>
      both(
        import('./grants/client-credentials.machine').then(({ clientCredentialsMachine }) => clientCredentialsMachine),
        import('@/lib/lessons/client-credentials').then(({ clientCredentialsLesson }) => clientCredentialsLesson),
      ),
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
    title: 'Token exchange',
    summary:
      'A service that was called with Alice’s token gets one of its own for the next API, and stays visible in it.',
    load: () =>
      both(
        import('./grants/token-exchange.machine').then(({ tokenExchangeMachine }) => tokenExchangeMachine),
        import('@/lib/lessons/token-exchange').then(({ tokenExchangeLesson }) => tokenExchangeLesson),
      ),
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
    title: 'JWT bearer assertion',
    summary: 'A service acts for Alice while she is away, because somebody the auth server trusts vouches for her.',
    load: () =>
      both(
        import('./grants/jwt-bearer.machine').then(({ jwtBearerMachine }) => jwtBearerMachine),
        import('@/lib/lessons/jwt-bearer').then(({ jwtBearerLesson }) => jwtBearerLesson),
      ),
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
    title: 'Device authorization',
    summary: 'A television gets access to Alice’s photos, and she decides on her phone.',
    load: () =>
      both(
        import('./grants/device.machine').then(({ deviceMachine }) => deviceMachine),
        import('@/lib/lessons/device').then(({ deviceLesson }) => deviceLesson),
      ),
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
    title: 'PAR and DPoP',
    summary: 'The browser carries only a reference to the request, and the tokens are useless without the app’s key.',
    load: () =>
      both(
        import('./grants/par-dpop.machine').then(({ parDpopMachine }) => parDpopMachine),
        import('@/lib/lessons/par-dpop').then(({ parDpopLesson }) => parDpopLesson),
      ),
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
