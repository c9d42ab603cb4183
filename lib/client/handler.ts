import { OAuthError } from '@/lib/oauth/errors'
import { DRIVE_DESKTOP } from './drive-desktop/routes'
import type { ClientEnvironment } from './environment'
import { LIVING_ROOM_TV } from './living-room-tv/routes'
import { errorPage } from './photo-editor/pages'
import { PHOTO_EDITOR } from './photo-editor/routes'
import { PHOTO_GALLERY } from './photo-gallery/routes'
import { STORAGE_LAB } from './storage-lab/routes'

const ROUTES = [...PHOTO_EDITOR, ...PHOTO_GALLERY, ...DRIVE_DESKTOP, ...LIVING_ROOM_TV, ...STORAGE_LAB]

/**
 * The client applications of one lab: a request of a browser below the client's base in, a page or a redirect out.
 *
 * @param request its URL lies below `env.origins.client`
 * @returns always a response; what a check refused is a page with status 400, a bug is reported and answered with 500
 */
export async function handleClient(request: Request, env: ClientEnvironment): Promise<Response> {
  const { pathname } = new URL(request.url)
  const path = pathname.slice(new URL(env.origins.client).pathname.replace(/\/$/, '').length) || '/'
  const routes = ROUTES.filter((route) => route.path === path)
  const route = routes.find(({ method }) => method === request.method)
  if (!route) return noRoute(routes[0]?.method ?? null, env)
  const response = await answer(() => route.handle(request, env), env)
  response.headers.set('referrer-policy', referrerPolicy(path, env))
  return response
}

async function answer(handle: () => Promise<Response>, env: ClientEnvironment): Promise<Response> {
  try {
    return await handle()
  } catch (error) {
    if (error instanceof OAuthError) {
      const { description, status } = error
      return errorPage({ title: 'This was stopped for your safety', sentence: description, status }, env)
    }
    env.report({ type: 'bug', error })
    const sentence = 'Something broke in Photo Editor itself. Your photos are as they were.'
    return errorPage({ title: 'Photo Editor has a problem', sentence, status: 500 }, env)
  }
}

function noRoute(allow: string | null, env: ClientEnvironment): Promise<Response> {
  return allow
    ? errorPage({ title: 'Not this way', sentence: `This address takes ${allow} only.`, status: 405 }, env, [
        ['allow', allow],
      ])
    : errorPage({ title: 'There is no such page', sentence: 'The address leads nowhere.', status: 404 }, env)
}

/** The callback's URL carries the code: a careful application tells the browser to show it to nobody (RFC 9700, 4.2.4). */
function referrerPolicy(path: string, { policy }: ClientEnvironment): string {
  if (!path.endsWith('/callback')) return 'same-origin'
  return policy.leaveCallback ? 'no-referrer' : 'no-referrer-when-downgrade'
}
