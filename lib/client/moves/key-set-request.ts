import { checklist } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { KEY_SET_CHECKS } from '../checks'
import { keySetReadable } from '../checks/key-set-readable'
import { keepKeySet, keptKeySet, readKeySet } from '../id-token/key-set'
import { signIn } from '../id-token/sign-in'
import { validateIdToken } from '../id-token/validate'
import { serverMetadata } from '../server'
import { type ClientMove, sessionOf } from './move'

/**
 * Fetches the keys of the authorization server, and with them judges the ID token of the login under way
 * (OpenID Connect Core, section 3.1.3.7). Whatever came with an ID token that is not believed is thrown away.
 */
export const keySetRequest: ClientMove = {
  to: 'authorization-server',

  async prepare(env, who) {
    const session = await sessionOf(env, who)
    const tokens = await env.store.get('tokens', session.key)
    if (!tokens?.id_token) throw new Error('The application holds no ID token whose signature it could verify.')
    const headers = { accept: 'application/json', 'user-agent': who.application }
    return new Request(serverMetadata(env).jwks_uri, { headers, redirect: 'manual' })
  },

  async settle(env, who, _request, response) {
    const session = await sessionOf(env, who)
    const { status } = response
    const keySet = status === 200 ? readKeySet(await response.text()) : null
    try {
      await checklist('client', KEY_SET_CHECKS, env).apply(keySetReadable, { keySet, status })
    } catch (error) {
      if (error instanceof OAuthError) return 'refusal'
      throw error
    }
    if (keySet) await keepKeySet(env, keySet)

    const login = await env.store.get('logins', session.key)
    const tokens = await env.store.get('tokens', session.key)
    if (!tokens?.id_token) return 'refusal'
    const { id_token, access_token: accessToken } = tokens
    const { application } = who
    try {
      const given = { application, nonce: login?.nonce ?? null, accessToken, keys: () => keptKeySet(env) }
      await signIn(env, session, await validateIdToken(env, id_token, given))
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error
      for (const table of ['tokens', 'logins'] as const) await env.store.remove(table, session.key)
      return 'refusal'
    }
    await env.store.remove('logins', session.key)
    return 'keys'
  },
}
