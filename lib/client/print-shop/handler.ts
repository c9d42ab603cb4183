import * as oauth from 'oauth4webapi'
import { checklist } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { ORDER_CHECKS } from '../checks'
import { orderedWithActiveToken } from '../checks/ordered-with-active-token'
import { orderedWithTokenForShop } from '../checks/ordered-with-token-for-shop'
import type { ClientEnvironment } from '../environment'
import { runMove } from '../halves'
import { capture, serverMetadata } from '../server'
import { APPLICATION, printShopUrl } from './application'
import { openOrder } from './orders'
import { authentication } from './server'

/**
 * The print shop of one lab, as an API: `POST /orders` with an access token made for the shop. Where the learner steps,
 * the order is taken and worked on afterwards; otherwise the photos are fetched at once.
 *
 * @param request its URL lies below the print shop's base
 */
export async function handlePrintShop(request: Request, env: ClientEnvironment): Promise<Response> {
  const path = new URL(request.url).pathname.slice(new URL(printShopUrl(env.origins)).pathname.length)
  if (path !== '/orders') return json({ error: 'not_found' }, 404)
  if (request.method !== 'POST') return json({ error: 'method_not_allowed' }, 405, { allow: 'POST' })
  try {
    return await takeOrder(request, env)
  } catch (error) {
    if (error instanceof OAuthError) return refusal(error)
    env.report({ type: 'bug', error })
    return json({ error: 'server_error' }, 500)
  }
}

async function takeOrder(request: Request, env: ClientEnvironment): Promise<Response> {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null
  const claims = token === null ? null : await introspect(token, env)
  const checks = checklist('service', ORDER_CHECKS, env)
  await checks.apply(orderedWithActiveToken, { claims })
  await checks.apply(orderedWithTokenForShop, { aud: claims?.aud, shop: printShopUrl(env.origins) })
  const user_name = typeof claims?.sub === 'string' ? claims.sub : null
  const order = await openOrder(env, { user_name, subject_token: token })
  if (env.stepped) return json({ order: order.key, status: 'accepted' }, 202)
  const photos = await fetchPhotos(order.key, env)
  return photos === null
    ? json({ order: order.key, status: 'refused' }, 502)
    : json({ order: order.key, status: 'printing', photos }, 201)
}

/** What the shop's own moves do when nobody steps. */
async function fetchPhotos(order: string, env: ClientEnvironment): Promise<number | null> {
  const who = { application: APPLICATION }
  for (const move of ['exchange-request', 'print-photos-request'] as const) {
    const { arrival } = await runMove(env, move, who)
    if (arrival === 'refusal') return null
  }
  return (await env.store.get('print_orders', order))?.photos ?? null
}

async function introspect(token: string, env: ClientEnvironment): Promise<oauth.IntrospectionResponse> {
  const server = { ...serverMetadata(env), introspection_endpoint: `${env.origins.issuer}/introspect` }
  const client = { client_id: APPLICATION }
  const asked = await capture(APPLICATION, (options) =>
    oauth.introspectionRequest(server, client, authentication(env), token, options),
  )
  return oauth.processIntrospectionResponse(server, client, await env.fetch(asked))
}

function refusal({ code, description, status }: OAuthError): Response {
  const challenge = `Bearer error="${code}", error_description="${description}"`
  return json({ error: code, error_description: description }, status, { 'www-authenticate': challenge })
}

function json(body: Record<string, unknown>, status: number, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } })
}
