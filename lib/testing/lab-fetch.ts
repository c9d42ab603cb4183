import { vi } from 'vitest'
import * as calls from '@/lib/server/lab-calls'

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

/** The control API's routes, as `app/api/labs` has them. */
const ROUTES: readonly [method: string, path: RegExp, handler: Handler][] = [
  ['POST', /^$/, (request) => calls.createLabCall(request)],
  ['DELETE', /^\/(?<lab>[^/]+)$/, calls.removeLabCall],
  ['GET', /^\/(?<lab>[^/]+)\/run$/, calls.runCall],
  ['POST', /^\/(?<lab>[^/]+)\/restore$/, calls.restoreCall],
  ['POST', /^\/(?<lab>[^/]+)\/clock$/, calls.clockCall],
  ['POST', /^\/(?<lab>[^/]+)\/moves\/(?<move>[^/]+)\/prepare$/, calls.prepareCall],
  ['POST', /^\/(?<lab>[^/]+)\/moves\/(?<move>[^/]+)\/deliver$/, calls.deliverCall],
]

/** For tests of the player with real labs, in this process: `fetch` reaches the control API, keys travel by themselves. */
export function stubLabFetch(): void {
  const keys = new Map<string, string>()
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const url = new URL(path, 'http://localhost:3000')
    const below = url.pathname.replace(/^\/api\/labs/, '')
    for (const [method, pattern, handler] of ROUTES) {
      const params = pattern.exec(below)?.groups
      if (method !== (init.method ?? 'GET') || !pattern.test(below)) continue
      const headers = { ...(init.headers as object), authorization: `Bearer ${keys.get(params?.lab ?? '')}` }
      const { body = null } = init
      const request = new Request(url, { method, headers, body })
      const response = await handler(request, { params: Promise.resolve({ ...params }) })
      if (response.status === 201) {
        const { id, key } = await response.clone().json()
        keys.set(id, key)
      }
      return response
    }
    throw new TypeError(`No route for ${init.method} ${path}.`)
  })
}

/** A tab's memory. */
export function stubSessionStorage(): void {
  const items: Record<string, string> = {}
  const storage = Object.create(null, {
    getItem: { value: (key: string) => items[key] ?? null },
    setItem: {
      value: (key: string, value: string) => {
        items[key] = value
        storage[key] = value
      },
    },
    removeItem: {
      value: (key: string) => {
        delete items[key]
        delete storage[key]
      },
    },
  })
  vi.stubGlobal('sessionStorage', storage)
}
