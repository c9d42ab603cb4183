import { decodeUtf8 } from '@/lib/oauth/base64url'
import { decodeFormValue, type Parameters, parameter } from '@/lib/oauth/form'
import { type DecodedJwt, decodeJwt } from '@/lib/oauth/jwt'
import type { AuthenticationMethod } from './methods'

/** What a request brought to say and prove which client it is. */
export interface Credentials {
  /** The `Authorization` header; null when there was none. */
  authorization: string | null
  /** What a well-formed Basic header held; null otherwise. */
  basic: { clientId: string; secret: string } | null
  bodyClientId: string | null
  bodySecret: string | null
  /** A client assertion (RFC 7521, section 4.2); null when neither of its two parameters was sent. */
  assertion: Assertion | null
}

export interface Assertion {
  /** `client_assertion_type`; null when it was left out. */
  type: string | null
  /** `client_assertion`; null when it was left out. */
  value: string | null
  /** The value as a JWT, nothing verified; null when it is none. */
  jwt: DecodedJwt | null
}

/** Reads the credentials of a request without judging them. */
export function readCredentials(headers: Headers, form: Parameters): Credentials {
  const authorization = headers.get('authorization')
  return {
    authorization,
    basic: authorization === null ? null : readBasic(authorization),
    bodyClientId: parameter(form, 'client_id'),
    bodySecret: parameter(form, 'client_secret'),
    assertion: readAssertion(form),
  }
}

/** Whose credentials these claim to be: nothing of it is proved yet. */
export function claimedClientId({ basic, assertion, bodyClientId }: Credentials): string | null {
  return basic?.clientId ?? (assertion ? assertedClientId(assertion) : bodyClientId)
}

/** The subject of a client assertion is the client (RFC 7523, section 3). */
export function assertedClientId({ jwt }: Assertion): string | null {
  return typeof jwt?.payload.sub === 'string' && jwt.payload.sub !== '' ? jwt.payload.sub : null
}

export function presentedSecret({ basic, bodySecret }: Credentials): string | null {
  return basic?.secret ?? bodySecret
}

export function presentedMethod({ authorization, assertion, bodySecret }: Credentials): AuthenticationMethod {
  if (authorization !== null) return 'client_secret_basic'
  if (assertion) return 'private_key_jwt'
  return bodySecret === null ? 'none' : 'client_secret_post'
}

/** The client assertion of a form; null when neither of its parameters was sent. */
export function readAssertion(form: Parameters): Assertion | null {
  const type = parameter(form, 'client_assertion_type')
  const value = parameter(form, 'client_assertion')
  return type === null && value === null ? null : { type, value, jwt: decodeJwt(value ?? '') }
}

/** Id and secret are form-urlencoded before they are joined and put into base64 (RFC 6749, section 2.3.1). */
function readBasic(authorization: string): Credentials['basic'] {
  const encoded = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization.trim())?.[1]
  if (!encoded) return null
  try {
    const pair = decodeUtf8(Buffer.from(encoded, 'base64'))
    const colon = pair.indexOf(':')
    if (colon < 1) return null
    return { clientId: decodeFormValue(pair.slice(0, colon)), secret: decodeFormValue(pair.slice(colon + 1)) }
  } catch {
    return null
  }
}
