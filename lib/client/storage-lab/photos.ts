import { OWN_HEADER, type StorageChoice } from '@/lib/oauth/browser-storage'
import { checklist } from '@/lib/oauth/check'
import { parameter, parseForm } from '@/lib/oauth/form'
import { FRONTEND_CHECKS } from '../checks'
import { ownHeaderSent } from '../checks/own-header-sent'
import type { ClientEnvironment } from '../environment'
import { findSession } from '../sessions'
import { APPLICATION } from './application'
import { readCookie, TOKEN_COOKIE } from './cookies'

/** `GET photos`: asks the drive for the user's photos, with the token that the cookie holds or stands for. */
export async function listPhotos(choice: StorageChoice, request: Request, env: ClientEnvironment): Promise<Response> {
  return forward(choice, request, env, null)
}

/** `POST photos`: adds a photo of the title in the form. */
export async function addPhoto(choice: StorageChoice, request: Request, env: ClientEnvironment): Promise<Response> {
  return forward(choice, request, env, parameter(parseForm(await request.text()), 'title') ?? '')
}

/** `GET add?title=`: the same by a link, which is careless: whoever makes a browser open a page makes it write. */
export async function addByLink(choice: StorageChoice, request: Request, env: ClientEnvironment): Promise<Response> {
  return forward(choice, request, env, new URL(request.url).searchParams.get('title') ?? '')
}

/**
 * Hands a request of the page on to the drive, to that one address only (RFC 10017, section 6.1.3.6).
 *
 * @throws OAuthError 403 where the choice wants its own header and the request has none (section 6.1.3.3)
 */
async function forward(
  choice: StorageChoice,
  request: Request,
  env: ClientEnvironment,
  title: string | null,
): Promise<Response> {
  if (choice.header) {
    const value = request.headers.get(OWN_HEADER)
    await checklist('client', FRONTEND_CHECKS, env).apply(ownHeaderSent, { name: OWN_HEADER, value })
  }
  const token = await tokenFor(choice, request, env)
  if (token === null) return json({ error: 'Nobody is signed in here.' }, 401)
  const headers = { accept: 'application/json', authorization: `Bearer ${token}`, 'user-agent': APPLICATION }
  const write = title === null ? {} : { method: 'POST', body: new URLSearchParams({ title }) }
  const answer = await env.fetch(new Request(`${env.origins.resource}/photos`, { headers, ...write }))
  const body: unknown = await answer.json().catch(() => ({ error: 'The drive answered with something else.' }))
  return json(Object(body), answer.status)
}

async function tokenFor({ keeps }: StorageChoice, request: Request, env: ClientEnvironment): Promise<string | null> {
  if (keeps === 'cookie') return readCookie(request, TOKEN_COOKIE)
  const session = await findSession(request, env, APPLICATION)
  return session ? ((await env.store.get('tokens', session.key))?.access_token ?? null) : null
}

function json(body: object, status: number): Response {
  return Response.json(body, {
    status,
    headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  })
}
