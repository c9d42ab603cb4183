import 'server-only'
import { createServer, type Server } from 'node:http'
import { createRequestListener } from '@remix-run/node-fetch-server'
import type { ServerParty } from '@/lib/lab/parties'
import { logFailure, logLine } from './log'
import { PARTY_PORTS } from './origins'
import { serveMetadata, serveParty } from './party-endpoint'
import { world } from './world'

/**
 * Starts one listener for each party, on the app's port + 1 (authorization server), + 2 (resource server), + 3
 * (client) and + 4 (attacker). When one cannot be had, all parties move under the app's own origin and one line says so.
 */
export async function startListeners(): Promise<void> {
  const { config } = world()
  if (config.parties === 'path') return
  const servers: Server[] = []
  for (const [party, offset] of Object.entries(PARTY_PORTS) as [ServerParty, number][]) {
    const port = config.port + offset
    try {
      servers.push(await listen(party, port))
    } catch (error) {
      for (const server of servers) server.close()
      config.parties = 'path'
      const reason = (error as NodeJS.ErrnoException).code ?? 'unknown'
      logLine(
        `Port ${port} for the ${party} cannot be had (${reason}): all parties are served under ${config.appOrigin}.`,
      )
      return
    }
  }
}

function listen(party: ServerParty, port: number): Promise<Server> {
  const handler = createRequestListener((request) => route(party, request), {
    onError: (error) => {
      logFailure(party, error)
      return new Response('The app failed while answering. Try again.\n', {
        status: 500,
      })
    },
  })
  const server = createServer({ maxHeaderSize: 32 * 1024, requestTimeout: 30_000 }, handler)
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, () => {
      server.off('error', reject)
      server.unref()
      resolve(server)
    })
  })
}

async function route(party: ServerParty, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const wellKnown = /^\/\.well-known\/(oauth-authorization-server|oauth-protected-resource)\/([^/]+)$/.exec(pathname)
  if (wellKnown?.[1] && wellKnown[2]) {
    return serveMetadata(wellKnown[1] as Parameters<typeof serveMetadata>[0], wellKnown[2])
  }
  const below = party === 'client' ? /^\/client\/([^/]+)(.*)$/ : /^\/([^/]+)(.*)$/
  const match = below.exec(pathname)
  if (!match?.[1]) return new Response('A lab is missing in this URL.\n', { status: 404 })
  return serveParty(party, request, match[1], (match[2] ?? '') + search)
}
