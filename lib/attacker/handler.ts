import type { AttackerEnvironment, Published } from './environment'
import { PAGES } from './pages'

/**
 * The attacker's web site: a party like the others, reached over HTTP only, at an address of its own. Whatever is
 * sent to it has been seen by the attacker; it answers with what an attack prepared, with its standing pages, or with
 * an empty answer, because a site that collects secrets takes anything.
 *
 * @param request its URL lies below the attacker's base
 */
export async function handleAttacker(request: Request, env: AttackerEnvironment): Promise<Response> {
  const { origin, pathname } = new URL(request.url)
  const path = (origin + pathname).slice(env.origins.attacker.length) || '/'
  const prepared = Object.hasOwn(env.published, path) ? env.published[path] : undefined
  if (prepared) return answer(prepared)
  const page = Object.hasOwn(PAGES, path) ? PAGES[path] : undefined
  return page ? page(request, env) : new Response(null, { status: 204, headers: OPEN_TO_ALL })
}

/** Scripts of any page may send here: the attacker does not mind. */
const OPEN_TO_ALL = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' }

function answer({ status, headers, body }: Published): Response {
  const all = new Headers(OPEN_TO_ALL)
  for (const [name, value] of headers) all.append(name, value)
  return new Response(body === '' ? null : body, { status, headers: all })
}
