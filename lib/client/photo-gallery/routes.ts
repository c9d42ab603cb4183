import type { ClientEnvironment } from '../environment'
import { seeOther } from '../pages/page'
import type { Route } from '../photo-editor/routes'
import { returnTarget } from '../return-target'
import { appPage, WAITING_VIEW } from './pages'
import { scriptText } from './script/text'

/** The browser application is two files: a page and its script. Its server keeps nothing and learns nothing. */
export const PHOTO_GALLERY: readonly Route[] = [
  { path: '/spa/', method: 'GET', handle: (_request, env) => appPage(env) },
  { path: '/spa/callback', method: 'GET', handle: callback },
  {
    path: '/spa/app.js',
    method: 'GET',
    handle: async () =>
      new Response(scriptText(), {
        headers: {
          'content-type': 'text/javascript; charset=utf-8',
          'cache-control': 'private, max-age=600',
          'x-content-type-options': 'nosniff',
        },
      }),
  },
]

/**
 * `GET /spa/callback`: the page, which reads the answer out of its own address. `return_to` sends the browser on to the
 * page where the user was: an answer in the fragment goes along (RFC 9110, section 10.2.2).
 */
async function callback(request: Request, env: ClientEnvironment): Promise<Response> {
  const onward = await returnTarget(new URL(request.url).searchParams.get('return_to'), env)
  return onward === null ? appPage(env, WAITING_VIEW) : seeOther(onward)
}
