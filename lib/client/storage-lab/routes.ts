import { callsApiItself, STORAGE_CHOICES, STORAGE_LAB_PATH, type StorageChoice } from '@/lib/oauth/browser-storage'
import type { Route } from '../photo-editor/routes'
import { appPage } from './page'
import { addByLink, addPhoto, listPhotos } from './photos'
import { scriptText } from './script/text'
import { signIn } from './sign-in'

/** The same small application once for every choice of where its token is kept, each below a path of its own. */
export const STORAGE_LAB: readonly Route[] = [
  {
    path: `${STORAGE_LAB_PATH}/app.js`,
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
  ...STORAGE_CHOICES.flatMap(routesOf),
]

function routesOf(choice: StorageChoice): Route[] {
  const base = `${STORAGE_LAB_PATH}/${choice.id}/`
  const page: Route[] = [
    { path: base, method: 'GET', handle: (_request, env) => appPage(choice, env) },
    { path: `${base}sign-in`, method: 'POST', handle: (request, env) => signIn(choice, request, env) },
  ]
  if (callsApiItself(choice)) return page
  return [
    ...page,
    { path: `${base}photos`, method: 'GET', handle: (request, env) => listPhotos(choice, request, env) },
    { path: `${base}photos`, method: 'POST', handle: (request, env) => addPhoto(choice, request, env) },
    { path: `${base}add`, method: 'GET', handle: (request, env) => addByLink(choice, request, env) },
  ]
}
