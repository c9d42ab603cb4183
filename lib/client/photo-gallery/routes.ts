import type { Route } from '../photo-editor/routes'
import { appPage, WAITING_VIEW } from './pages'
import { scriptText } from './script/text'

/** The browser application is two files: a page and its script. Its server keeps nothing and learns nothing. */
export const PHOTO_GALLERY: readonly Route[] = [
  { path: '/spa/', method: 'GET', handle: (_request, env) => appPage(env) },
  { path: '/spa/callback', method: 'GET', handle: (_request, env) => appPage(env, WAITING_VIEW) },
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
