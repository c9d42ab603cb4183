import { scopeTokens } from '@/lib/oauth/scope'

/**
 * `offline_access` counts only where the user is asked for it and a code is the answer. Anywhere else it is ignored
 * (OpenID Connect Core, section 11).
 */
export function effectiveScope(scope: string, prompt: string | null, responseType: string): string {
  const counts = scopeTokens(prompt).includes('consent') && responseType.split(' ').includes('code')
  return scopeTokens(scope)
    .filter((token) => counts || token !== 'offline_access')
    .join(' ')
}
