import { s256 } from '@/lib/oauth/pkce'
import type { AttackTools } from './tools'

/** A verifier of Mallory's own (RFC 7636, section 4.1): she needs no luck to make one. */
export const MALLORYS_VERIFIER = 'mallory-mallory-mallory-mallory-mallory-mallory'

/** Changes that leave PKCE out of it. */
export const WITHOUT_CHALLENGE = { code_challenge: null, code_challenge_method: null } as const

/**
 * An authorization request of Mallory's making (RFC 6749, section 4.1.1): what it says of the application is public.
 *
 * @param changes parameters set otherwise; null leaves one out
 */
export async function authorizeUrl(
  { origins, client }: Pick<AttackTools, 'origins' | 'client'>,
  clientId: string,
  changes: Readonly<Record<string, string | null>> = {},
): Promise<string> {
  const { client_id, redirect_uri } = client(clientId)
  const url = new URL(`${origins.issuer}/authorize`)
  const parameters: Record<string, string | null> = {
    ...{ response_type: 'code', client_id, redirect_uri, scope: 'photos.read', state: 'mallorys-own-state' },
    ...{ code_challenge: await mallorysChallenge(), code_challenge_method: 'S256' },
    ...changes,
  }
  for (const [name, value] of Object.entries(parameters)) if (value !== null) url.searchParams.append(name, value)
  return url.href
}

let challenge: Promise<string> | null = null

/** The challenge that belongs to it, computed once. */
function mallorysChallenge(): Promise<string> {
  challenge ??= s256(MALLORYS_VERIFIER)
  return challenge
}
