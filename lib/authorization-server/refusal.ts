import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerEnvironment } from './environment'

/** What may be said about a failure: a refusal speaks for itself; a bug is reported, and outside it is `server_error`. */
export function refusalOf(error: unknown, env: Pick<AuthorizationServerEnvironment, 'report'>): OAuthError {
  if (error instanceof OAuthError) return error
  env.report({ type: 'bug', error })
  return new OAuthError({
    code: 'server_error',
    description: 'The authorization server failed. Nothing was issued; try again.',
    cites: ['rfc6749-4.1.2.1'],
    status: 500,
  })
}
