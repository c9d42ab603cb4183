import { checklist } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { RESOURCE_RESPONSE_CHECKS } from '../checks'
import { resourceResponseValid } from '../checks/resource-response-valid'
import { takeNonce } from '../dpop'
import type { ClientEnvironment } from '../environment'
import { joinAccount } from '../photo-editor/accounts'
import { APPLICATION as PHOTO_EDITOR } from '../photo-editor/application'
import { readPhotos } from '../photos'
import type { ClientSession } from '../tables'
import { type ClientMove, sessionOf } from './move'
import { presentToken } from './present-token'
import { keepResult } from './result'

/** Asks the drive for the photos, with the access token in the header (RFC 6750, section 2.1). */
export const resourceRequest: ClientMove = {
  to: 'resource-server',

  async prepare(env, who) {
    const session = await sessionOf(env, who)
    const tokens = await env.store.get('tokens', session.key)
    if (!tokens) throw new Error('The application holds no access token yet.')
    const url = new URL(`${env.origins.resource}/photos`)
    const headers = new Headers({ accept: 'application/json', 'user-agent': who.application })
    return presentToken(env, { url, server: env.origins.resource, token: tokens.access_token, headers })
  },

  /** Until its access token has expired, as it was told: so expiry can be met without waiting for it. */
  async patience(env, who) {
    const tokens = await env.store.get('tokens', (await sessionOf(env, who)).key)
    const expiresAt = tokens?.access_expires_at ?? env.now()
    return Math.max(0, expiresAt - env.now() + 1000)
  },

  async settle(env, who, _request, response) {
    if (await takeNonce(env, env.origins.resource, response)) return 'nonce-demanded'
    const session = await sessionOf(env, who)
    const { status } = response
    const body = await response.text()
    await keepResult(env, session, status, body)
    if (status >= 400) return 'refusal'
    try {
      await checklist('client', RESOURCE_RESPONSE_CHECKS, env).apply(resourceResponseValid, { status, body })
    } catch (error) {
      if (error instanceof OAuthError) return 'refusal'
      throw error
    }
    await keepUser(env, session, readPhotos(body)?.owner ?? null)
    if (who.application === PHOTO_EDITOR) await joinAccount(env, session, body)
    return 'resource'
  },
}

/** The drive says whose photos these are: where nobody signed in, the first time the application learns a name. */
async function keepUser(env: ClientEnvironment, session: ClientSession, user_name: string | null): Promise<void> {
  if (user_name === null || user_name === session.user_name) return
  if (await env.store.get('identities', session.key)) return
  await env.store.update('sessions', session.key, { user_name })
  await env.store.update('tokens', session.key, { user_name })
}
