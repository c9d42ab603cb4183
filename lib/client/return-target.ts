import { checklist } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { LOGIN_CHECKS } from './checks'
import { returnToOwnPage } from './checks/return-to-own-page'
import type { ClientEnvironment } from './environment'

/**
 * Where a request asks to be sent afterwards, by its `return_to`. Even an application that forwards to any address
 * stays among the servers of this lab.
 *
 * @param wish as it stands in the request; null when it does not
 * @throws OAuthError 400 when it leads elsewhere (RFC 9700, section 4.11.1)
 */
export async function returnTarget(wish: string | null, env: ClientEnvironment): Promise<string | null> {
  if (wish === null) return null
  const base = env.origins.client
  const target = URL.canParse(wish, `${base}/`) ? new URL(wish, `${base}/`) : null
  await checklist('client', LOGIN_CHECKS, env).apply(returnToOwnPage, { target, base })
  const inLab = Object.values(env.origins).some((origin) => target && new URL(origin).origin === target.origin)
  if (target && inLab) return target.href
  throw new OAuthError({
    code: 'invalid_request',
    description: 'return_to leads out of this lab.',
    cites: ['rfc9700-4.11.1'],
    hint: 'A lab never sends a browser anywhere but to its own servers.',
  })
}
