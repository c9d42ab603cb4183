import type { CitationId } from '@/lib/oauth/citations'
import type { Party } from '@/lib/oauth/parties'
import { SECRET_KINDS, type SecretKind } from '@/lib/oauth/secrets'
import type { Carrier, Holder } from './sighting'

/** Why somebody should not have what they have, for the learner. */
export interface Breach {
  why: string
  cites: readonly CitationId[]
}

/** Whom a powerful secret is meant for, besides its maker. A browser that only hands it on is a carrier, not a holder. */
const MEANT_FOR: Partial<Record<SecretKind, readonly Party[]>> = {
  authorization_code: ['client', 'authorization-server'],
  device_code: ['client', 'authorization-server'],
  access_token: ['client', 'service', 'authorization-server', 'resource-server'],
  refresh_token: ['client', 'authorization-server'],
  assertion: ['client', 'service', 'authorization-server'],
  id_token: ['client', 'authorization-server'],
  // Every server that authenticates at the authorization server has one, an API that introspects included.
  client_secret: ['client', 'service', 'authorization-server', 'resource-server'],
  code_verifier: ['client', 'authorization-server'],
  password: ['user', 'authorization-server'],
  session_cookie: ['browser'],
}

/** What a browser may hand on between user, client and authorization server: it was made for that way. */
const HANDED_ON: readonly SecretKind[] = ['authorization_code', 'password', 'id_token']

const OTHERS: Breach = { why: 'It was not made for them.', cites: ['rfc6749-10.3'] }

/** Parties that must not have a secret, where a clause says it better than "it was not made for them". */
const PARTY_RULES: Partial<Record<`${SecretKind} ${Party}`, Breach>> = {
  'password client': {
    why: 'The application has seen the password, which opens everything and not only what it needs.',
    cites: ['rfc9700-2.4', 'rfc6749-10.7'],
  },
  'access_token browser': {
    why: 'It went through the browser, though the application runs on a server.',
    cites: ['rfc9700-2.1.2', 'rfc6749-10.3'],
  },
  'refresh_token browser': {
    why: 'It is to be shared by the application and the server that issued it alone.',
    cites: ['rfc6749-10.4'],
  },
  'refresh_token resource-server': {
    why: 'Refresh tokens are never sent to resource servers.',
    cites: ['rfc6749-1.5', 'rfc6749-10.4'],
  },
  'client_secret browser': {
    why: 'Whatever a browser is given, its user can read: a secret there is none.',
    cites: ['rfc6749-2.1', 'rfc6749-2.3.1'],
  },
}

/** Why a thief should not have it; the other kinds by the sentence of `OTHERS`. */
const THEFT: Partial<Record<SecretKind, readonly CitationId[]>> = {
  authorization_code: ['rfc9700-4.5', 'rfc6749-10.5'],
  access_token: ['rfc9700-4.10.1', 'rfc6749-10.3'],
  refresh_token: ['rfc9700-4.14.1', 'rfc6749-10.4'],
  client_secret: ['rfc6749-10.2', 'rfc6749-2.3.1'],
  password: ['rfc6749-10.7'],
  session_cookie: ['rfc6265-8.5'],
}

const IN_ADDRESS: Partial<Record<SecretKind, Breach>> = {
  access_token: {
    why: 'A token in an address is kept and shown to whoever looks, and works for whoever finds it.',
    cites: ['rfc6750-5.3', 'rfc9700-4.3.2'],
  },
  refresh_token: { why: 'It has to be kept confidential in transit and storage.', cites: ['rfc6749-10.4'] },
  client_secret: { why: 'A client’s password never stands in an address.', cites: ['rfc6749-2.3.1'] },
  password: { why: 'A password never stands in an address.', cites: ['rfc6749-10.7'] },
  code_verifier: { why: 'It is sent in the body, straight to the token endpoint.', cites: ['rfc7636-4.5'] },
  assertion: { why: 'It is sent in the body, straight to the token endpoint.', cites: ['rfc7521-8.2'] },
  device_code: { why: 'It is sent in the body, straight to the token endpoint.', cites: ['rfc8628-3.4'] },
  session_cookie: { why: 'Whoever has it is taken for the user.', cites: ['rfc6265-8.5'] },
}

/**
 * A code has to pass through the address of the callback page, so the browser's history and that server's log have it
 * anyway: it is of no use there, because it works once and needs the verifier (RFC 9700, section 4.3.1).
 */
const CARRIER_RULES: Readonly<Record<Carrier, Partial<Record<SecretKind, Breach>>>> = {
  history: IN_ADDRESS,
  'server-log': IN_ADDRESS,
  referer: {
    ...IN_ADDRESS,
    authorization_code: {
      why: 'The page told the next server the address it came from, with the code in it.',
      cites: ['rfc9700-4.2', 'rfc9700-4.2.4'],
    },
  },
  'page-script': {
    refresh_token: {
      why: 'One injected script is enough to take it away, and it lives long.',
      cites: ['rfc10017-8', 'rfc9700-4.14.1'],
    },
    session_cookie: { why: 'Without HttpOnly every script of the page can read it.', cites: ['rfc6265-4.1.2'] },
    client_secret: { why: 'A script is public, and so is what it knows.', cites: ['rfc6749-2.1'] },
    password: { why: 'Nothing keeps a password.', cites: ['rfc6749-10.7'] },
  },
}

interface Case {
  holder: Holder
  kind: SecretKind
  madeBy: Party
  /** The application is a script in the browser's page. */
  browserApp: boolean
}

/**
 * Whether it is wrong that somebody has the whole of a secret, and by which clause; null when it is as it should be.
 * What gives no power (`state`, `nonce`, a hash) may be anywhere.
 */
export function shouldNotHave({ holder, kind, madeBy, browserApp }: Case): Breach | null {
  if (!SECRET_KINDS[kind].power || holder === madeBy) return null
  if (isCarrier(holder)) {
    if (holder === 'page-script' && kind === 'access_token' && !browserApp) return SCRIPT_OF_NOBODY
    return CARRIER_RULES[holder][kind] ?? null
  }
  if (holder === 'attacker') return { why: 'Nobody gave it to them.', cites: THEFT[kind] ?? OTHERS.cites }
  const meant = MEANT_FOR[kind] ?? []
  if (meant.includes(holder) || (holder === 'browser' && HANDED_ON.includes(kind))) return null
  if (holder === 'browser' && browserApp && meant.includes('client')) return null
  return PARTY_RULES[`${kind} ${holder}`] ?? OTHERS
}

const SCRIPT_OF_NOBODY: Breach = {
  why: 'The application runs on a server, so no script has any business with its token.',
  cites: ['rfc10017-8'],
}

/** Whether a browser that carries a secret only hands it on to whom it is for. */
export function isMeantForBrowser(kind: SecretKind, browserApp: boolean): boolean {
  const meant = MEANT_FOR[kind] ?? []
  return meant.includes('browser') || (browserApp && meant.includes('client') && kind !== 'client_secret')
}

function isCarrier(holder: Holder): holder is Carrier {
  return holder in CARRIER_RULES
}
