import 'server-only'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { ServerParty } from '@/lib/lab/parties'
import type { HttpResponse } from '@/lib/oauth/http'
import { type Soon, type Steps, soon, wait } from '@/lib/oauth/soon'
import { logFailure, logLine } from './log'
import { type Incoming, readIncoming, writeAnswer } from './node-messages'
import { PARTY_PORTS } from './origins'
import { BODY_LIMIT, plain, serveMetadata, serveParty } from './party-endpoint'
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
  const take = soon(function* (incoming: IncomingMessage, answer: ServerResponse): Steps<void> {
    try {
      const read = yield* wait(readIncoming(incoming, BODY_LIMIT))
      const tooLarge = `The body is too large: at most ${BODY_LIMIT} bytes.\n`
      writeAnswer(answer, read ? yield* wait(route(party, read)) : plain(413, tooLarge))
    } catch (error) {
      logFailure(party, error)
      if (!answer.headersSent) writeAnswer(answer, plain(500, 'The app failed while answering. Try again.\n'))
    }
  })
  const server = createServer({ maxHeaderSize: 32 * 1024, requestTimeout: 30_000 }, take)
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, () => {
      server.off('error', reject)
      server.unref()
      resolve(server)
    })
  })
}

const METADATA = /^\/\.well-known\/(oauth-authorization-server|oauth-protected-resource)\/([^/?]+)(?:\?.*)?$/
const BELOW_A_LAB = /^\/([^/?]+)(.*)$/
const BELOW_A_CLIENTS_LAB = /^\/client\/([^/?]+)(.*)$/

function route(party: ServerParty, { request, path }: Incoming): Soon<HttpResponse> {
  const wellKnown = METADATA.exec(path)
  if (wellKnown?.[1] && wellKnown[2]) {
    return serveMetadata(wellKnown[1] as Parameters<typeof serveMetadata>[0], wellKnown[2])
  }
  const below = (party === 'client' ? BELOW_A_CLIENTS_LAB : BELOW_A_LAB).exec(path)
  if (!below?.[1]) return plain(404, 'A lab is missing in this URL.\n')
  return serveParty(party, request, below[1], below[2] ?? '')
}
