import type { ClientEnvironment } from '../environment'
import { CLIENT_MOVES, runMove } from '../halves'
import { backOff } from '../moves/device-token-request'
import type { Who } from '../moves/move'
import { readPhotos } from '../photos'
import { findSession } from '../sessions'
import { APPLICATION } from './application'
import { codePage, photosPage, problemPage, waitingPage, welcomePage } from './pages'

/**
 * `GET /tv/`: what the television shows. In a browser tab the page loads itself again after the interval, and each
 * time the television first does what is due.
 */
export async function screen(request: Request, env: ClientEnvironment): Promise<Response> {
  const session = await findSession(request, env, APPLICATION)
  if (!session) return welcomePage(env)
  if (!env.stepped) await goOn({ application: APPLICATION, session: session.key }, env)
  return show(session.key, env)
}

/** What the television of a stepped lab shows now; null before it was switched on. */
export async function deviceScreen(env: ClientEnvironment): Promise<Response | null> {
  const session = (await env.store.find('sessions', { application: APPLICATION })).at(-1)
  return session ? show(session.key, env) : null
}

async function show(key: string, env: ClientEnvironment): Promise<Response> {
  const device = await env.store.get('devices', key)
  if (device?.status === 'waiting') return codePage(device, env)
  if (device) return problemPage(device.status, env)
  const result = await env.store.get('results', key)
  const photos = result?.status === 200 ? readPhotos(result.body) : null
  if (photos) return photosPage(photos, env)
  if (result) return problemPage('refused', env)
  return (await env.store.get('tokens', key)) ? waitingPage(env) : welcomePage(env)
}

async function goOn(who: Who & { session: string }, env: ClientEnvironment): Promise<void> {
  const device = await env.store.get('devices', who.session)
  if (device?.status === 'waiting' && device.poll_at <= env.now()) await poll(who, env)
  const tokens = await env.store.get('tokens', who.session)
  if (!tokens) return
  const { response } = await runMove(env, 'resource-request', who)
  if (response.status !== 401 || tokens.refresh_token === null) return
  const { arrival } = await runMove(env, 'refresh-request', who)
  if (arrival === 'tokens') await runMove(env, 'resource-request', who)
}

async function poll(who: Who, env: ClientEnvironment): Promise<void> {
  const move = CLIENT_MOVES['device-token-request']
  const request = await move.prepare(env, who)
  const response = await answerTo(request, env)
  if (response) await move.settle(env, who, request, response)
  else await backOff(env, who)
}

/** Null when no answer came: a broken connection (`TypeError`) or a time-out (`DOMException`), as `fetch` tells them. */
async function answerTo(request: Request, env: ClientEnvironment): Promise<Response | null> {
  try {
    return await env.fetch(request.clone())
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return null
    throw error
  }
}
