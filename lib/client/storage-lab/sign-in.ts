import { OWN_HEADER, type StorageChoice } from '@/lib/oauth/browser-storage'
import { checklist } from '@/lib/oauth/check'
import { parameter, parseForm } from '@/lib/oauth/form'
import { FRONTEND_CHECKS } from '../checks'
import { ownHeaderSent } from '../checks/own-header-sent'
import type { ClientEnvironment } from '../environment'
import { runMove } from '../halves'
import { APPLICATION as PHOTO_EDITOR } from '../photo-editor/application'
import { openedBy, startSession } from '../sessions'
import { APPLICATION } from './application'
import { cookieLine, TOKEN_COOKIE } from './cookies'

/**
 * `POST sign-in`: takes over a user's session of Photo Editor and gives the page what the choice says it shall have.
 * The server gets a fresh access token for it (RFC 6749, section 6). It hands the token to the page
 * (RFC 10017, section 6.2), puts it into a cookie, or keeps it and hands out a session (section 6.1).
 */
export async function signIn(choice: StorageChoice, request: Request, env: ClientEnvironment): Promise<Response> {
  await checklist('client', FRONTEND_CHECKS, env).apply(ownHeaderSent, {
    name: OWN_HEADER,
    value: request.headers.get(OWN_HEADER),
  })
  const secret = parameter(parseForm(await request.text()), 'session')
  const session = secret && (await openedBy(secret, env, PHOTO_EDITOR))
  if (!session) return json({ error: 'There is no such session. Run the probes again.' }, 401)
  const { arrival } = await runMove(env, 'refresh-request', { application: PHOTO_EDITOR, session: session.key })
  const tokens = await env.store.get('tokens', session.key)
  if (arrival !== 'tokens' || !tokens) return json({ error: 'The authorization server gave no fresh token.' }, 502)

  if (choice.keeps === 'session') {
    const own = await startSession(APPLICATION, env)
    await env.store.insert('tokens', { ...tokens, key: own.session.key, refresh_token: null })
    return json({ access_token: null }, 200, cookieLine(pairOf(own.cookie), choice, env))
  }
  if (choice.attributes.includes('HttpOnly')) {
    const pair = `${TOKEN_COOKIE}=${tokens.access_token}`
    return json({ access_token: null }, 200, cookieLine(pair, choice, env))
  }
  return json({ access_token: tokens.access_token }, 200)
}

/** Only name and value: the flags are what is tried out here. */
function pairOf(cookie: string): string {
  return cookie.slice(0, cookie.indexOf(';'))
}

function json(body: object, status: number, cookie?: string): Response {
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (cookie) headers.append('set-cookie', cookie)
  return Response.json(body, { status, headers })
}
