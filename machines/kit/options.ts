import type { SwitchValue } from '@/lib/oauth/policy'

/** A choice the learner makes before a run; stands in the URL as `name=value`. */
export interface GrantOption {
  name: string
  label: string
  choices: readonly OptionChoice[]
  default: string
}

/** Option values by option name, as in the URL. */
export type ChosenOptions = Readonly<Record<string, string | undefined>>

export interface OptionChoice {
  value: string
  label: string
  /** The lab's switches it stands for. */
  policy: Readonly<Record<string, SwitchValue>>
  /** The stores it chooses. */
  stores?: Readonly<StoreChoice>
}

/** Where the servers keep their rows; left out, the embedded database. */
export interface StoreChoice {
  tokenStore?: StoreName
  clientStore?: StoreName
}

type StoreName = 'memory' | 'sqlite' | 'postgres' | 'redis'

export const pkce: GrantOption = {
  name: 'pkce',
  label: 'PKCE',
  choices: [
    { value: 'required', label: 'Required', policy: { pkce: 'required', usePkce: true } },
    { value: 'on', label: 'On, not required', policy: { pkce: 'optional', usePkce: true } },
    { value: 'off', label: 'Off', policy: { pkce: 'optional', usePkce: false } },
  ],
  default: 'required',
}

export const clientType: GrantOption = {
  name: 'client',
  label: 'Client',
  choices: [
    { value: 'confidential', label: 'Confidential', policy: {} },
    { value: 'public', label: 'Public', policy: { authentication: 'none' } },
  ],
  default: 'confidential',
}

export const clientAuthentication: GrantOption = {
  name: 'auth',
  label: 'Client proves itself by',
  choices: [
    { value: 'secret', label: 'Secret', policy: { authentication: 'client_secret_basic' } },
    { value: 'private_key_jwt', label: 'Key (private_key_jwt)', policy: { authentication: 'private_key_jwt' } },
  ],
  default: 'secret',
}

/** Whether a copied token is of use: RFC 9449 ties it to a key that stays with the application. */
export const tokenBinding: GrantOption = {
  name: 'bound',
  label: 'Token bound to',
  choices: [
    { value: 'no', label: 'Nobody (bearer)', policy: {} },
    {
      value: 'dpop',
      label: 'A key (DPoP)',
      policy: { useDpop: true, senderConstrained: 'dpop', dpopNonce: true },
    },
  ],
  default: 'no',
}

export const tokenFormat: GrantOption = {
  name: 'token',
  label: 'Access token',
  choices: [
    { value: 'jwt', label: 'Signed JWT', policy: { accessTokenFormat: 'jwt' } },
    { value: 'opaque', label: 'Opaque', policy: { accessTokenFormat: 'opaque' } },
  ],
  default: 'jwt',
}

/** For grants that only older rules offer: today's rules show them refused. */
export const legacyRules: GrantOption = {
  name: 'preset',
  label: 'Server’s rules',
  choices: [
    { value: 'rfc6749', label: 'RFC 6749, of 2012', policy: { preset: 'rfc6749' } },
    { value: 'bcp', label: 'RFC 9700, of today', policy: { preset: 'bcp' } },
  ],
  default: 'rfc6749',
}

export const rotation: GrantOption = {
  name: 'rotation',
  label: 'Refresh tokens',
  choices: [
    { value: 'on', label: 'New one every time', policy: { rotateRefreshTokens: true } },
    { value: 'off', label: 'Same one for good', policy: { rotateRefreshTokens: false } },
  ],
  default: 'on',
}

export const exchangePolicy: GrantOption = {
  name: 'exchange',
  label: 'Exchange policy',
  choices: [
    { value: 'allow-list', label: 'Listed services and targets', policy: { tokenExchange: 'allow-list' } },
    { value: 'any', label: 'Any', policy: { tokenExchange: 'any' } },
  ],
  default: 'allow-list',
}

export const assertionChecks: GrantOption = {
  name: 'assertions',
  label: 'Assertion checks',
  choices: [
    { value: 'strict', label: 'Strict', policy: { assertionChecks: 'strict' } },
    { value: 'lax', label: 'Lax', policy: { assertionChecks: 'lax' } },
  ],
  default: 'strict',
}

const STORES: readonly [name: StoreName, label: string][] = [
  ['sqlite', 'SQLite (embedded)'],
  ['memory', 'Memory'],
  ['postgres', 'PostgreSQL'],
  ['redis', 'Redis'],
]

function storeOption(name: string, label: string, stores: (store: StoreName) => StoreChoice): GrantOption {
  const choices = STORES.map(([value, label]) => ({ value, label, policy: {}, stores: stores(value) }))
  return { name, label, choices, default: 'sqlite' }
}

/** Every flow can choose where tokens live: at the authorization server, and on the application's server. */
export const storeOptions: readonly GrantOption[] = [
  storeOption('tokens', 'Auth server keeps tokens in', (tokenStore) => ({ tokenStore })),
  storeOption('sessions', 'App keeps tokens in', (clientStore) => ({ clientStore })),
]

/** Whether a stolen database of the authorization server holds what can be presented. */
export const atRest: GrantOption = {
  name: 'atrest',
  label: 'Tokens at rest',
  choices: [
    { value: 'hashed', label: 'Hashed', policy: { storeTokensHashed: true } },
    { value: 'plain', label: 'Plain', policy: { storeTokensHashed: false } },
  ],
  default: 'hashed',
}

/** Where an application without a server of its own keeps its tokens. */
export const browserStore: GrantOption = {
  name: 'store',
  label: 'Page keeps tokens in',
  choices: [
    { value: 'sessionStorage', label: 'sessionStorage (this tab)', policy: { browserStorage: 'sessionStorage' } },
    { value: 'localStorage', label: 'localStorage (for good)', policy: { browserStorage: 'localStorage' } },
    { value: 'memory', label: 'Memory (this page)', policy: { browserStorage: 'memory' } },
  ],
  default: 'sessionStorage',
}

/** Whether the page takes what it was given out of its address. */
export const addressBar: GrantOption = {
  name: 'address',
  label: 'Address bar',
  choices: [
    { value: 'cleaned', label: 'Cleaned by the script', policy: { leaveCallback: true } },
    { value: 'left', label: 'Left as it is', policy: { leaveCallback: false } },
  ],
  default: 'cleaned',
}

export const nonce: GrantOption = {
  name: 'nonce',
  label: 'Nonce',
  choices: [
    { value: 'on', label: 'On', policy: { useNonce: true } },
    { value: 'off', label: 'Off', policy: { useNonce: false } },
  ],
  default: 'on',
}

/** What was chosen, by option name. A value nobody offers, or none, is the default. */
export function chosenOptions(options: readonly GrantOption[], wanted: ChosenOptions): Record<string, string> {
  return Object.fromEntries(options.map((option) => [option.name, choiceOf(option, wanted[option.name]).value]))
}

/** The lab's switches for a choice of options. */
export function optionPolicy(options: readonly GrantOption[], wanted: ChosenOptions): Record<string, SwitchValue> {
  return Object.assign({}, ...options.map((option) => choiceOf(option, wanted[option.name]).policy))
}

function choiceOf(option: GrantOption, wanted: string | undefined): OptionChoice {
  const find = (value: string | undefined) => option.choices.find((choice) => choice.value === value)
  const choice = find(wanted) ?? find(option.default)
  if (!choice) throw new Error(`The option ${option.name} does not offer its own default.`)
  return choice
}

/** The stores for a choice of options. */
export function optionStores(options: readonly GrantOption[], wanted: ChosenOptions): StoreChoice {
  return Object.assign({}, ...options.map((option) => choiceOf(option, wanted[option.name]).stores ?? {}))
}
