import { decodeUtf8 } from '@/lib/oauth/base64url'
import { decodeFormValue, type Parameters, parameter } from '@/lib/oauth/form'
import type { AuthenticationMethod } from './methods'

/** What a request brought to say and prove which client it is. */
export interface Credentials {
  /** The `Authorization` header; null when there was none. */
  authorization: string | null
  /** What a well-formed Basic header held; null otherwise. */
  basic: { clientId: string; secret: string } | null
  bodyClientId: string | null
  bodySecret: string | null
  /** Whether a client assertion was sent (RFC 7521, section 4.2). */
  assertion: boolean
}

/** Reads the credentials of a request without judging them. */
export function readCredentials(headers: Headers, form: Parameters): Credentials {
  const authorization = headers.get('authorization')
  return {
    authorization,
    basic: authorization === null ? null : readBasic(authorization),
    bodyClientId: parameter(form, 'client_id'),
    bodySecret: parameter(form, 'client_secret'),
    assertion: parameter(form, 'client_assertion') !== null || parameter(form, 'client_assertion_type') !== null,
  }
}

export function claimedClientId({ basic, bodyClientId }: Credentials): string | null {
  return basic?.clientId ?? bodyClientId
}

export function presentedSecret({ basic, bodySecret }: Credentials): string | null {
  return basic?.secret ?? bodySecret
}

export function presentedMethod({ authorization, bodySecret }: Credentials): AuthenticationMethod {
  if (authorization !== null) return 'client_secret_basic'
  return bodySecret === null ? 'none' : 'client_secret_post'
}

/** Id and secret are form-urlencoded before they are joined and put into base64 (RFC 6749, section 2.3.1). */
function readBasic(authorization: string): Credentials['basic'] {
  const encoded = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization.trim())?.[1]
  if (!encoded) return null
  try {
    const pair = decodeUtf8(Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0)))
    const colon = pair.indexOf(':')
    if (colon < 1) return null
    return { clientId: decodeFormValue(pair.slice(0, colon)), secret: decodeFormValue(pair.slice(colon + 1)) }
  } catch {
    return null
  }
}
