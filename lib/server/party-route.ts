import 'server-only'
import type { ServerParty } from '@/lib/lab/parties'
import { toResponse } from '@/lib/wire/messages'
import { serveMetadata, serveParty } from './party-endpoint'
import { world } from './world'

const PATHS: Record<ServerParty, string> = {
  'authorization-server': 'as',
  'resource-server': 'rs',
  client: 'client',
  attacker: 'attacker',
}
const NOT_HERE = 'The parties of this app are served on their own origins, not under the app’s.\n'

/** A party under the app's own origin (`/as/{lab}/...`), where `PARTIES=path` puts it. */
export function partyRoute(party: ServerParty) {
  return async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url)
    const match = new RegExp(`^/${PATHS[party]}/([^/]+)(.*)$`).exec(pathname)
    if (!match?.[1] || world().config.parties !== 'path') return new Response(NOT_HERE, { status: 404 })
    return toResponse(await serveParty(party, request, match[1], (match[2] ?? '') + search))
  }
}

/** Well-known metadata under the app's origin: `/.well-known/<document>/as/{lab}` or `/rs/{lab}`. */
export function metadataRoute(document: Parameters<typeof serveMetadata>[0]) {
  return async (request: Request): Promise<Response> => {
    const lab = /\/(?:as|rs)\/([^/]+)$/.exec(new URL(request.url).pathname)?.[1]
    if (!lab || world().config.parties !== 'path') return new Response(NOT_HERE, { status: 404 })
    return toResponse(await serveMetadata(document, lab))
  }
}
