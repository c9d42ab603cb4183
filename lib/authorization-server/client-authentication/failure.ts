import { OAuthError } from '@/lib/oauth/errors'
import { formatChallenge } from '@/lib/oauth/www-authenticate'

/** A 401 says how to authenticate, whatever was tried (RFC 9110, section 15.5.2). */
const CHALLENGE = { 'www-authenticate': formatChallenge({ scheme: 'Basic', parameters: { realm: 'Grant Lab' } }) }

/** `invalid_client` (RFC 6749, section 5.2). */
export function authenticationFailed(description: string, hint: string): OAuthError {
  return new OAuthError({
    code: 'invalid_client',
    description,
    hint,
    cites: ['rfc6749-5.2', 'rfc9110-15.5.2'],
    status: 401,
    headers: CHALLENGE,
  })
}

/** One answer for an unknown client and for a wrong secret: nobody learns which of the two it was. */
export function wrongCredentials(hint: string): OAuthError {
  return authenticationFailed('Client authentication failed.', hint)
}

export function tooManyGuesses(retryAfterSeconds: number): OAuthError {
  return new OAuthError({
    code: 'invalid_client',
    description: `Too many failed attempts to authenticate. Try again in ${retryAfterSeconds} s.`,
    hint: 'Whoever guesses a secret needs many tries: the server makes them slow.',
    cites: ['rfc6749-2.3.1', 'rfc6749-10.10'],
    status: 429,
    headers: { 'retry-after': String(retryAfterSeconds) },
  })
}
