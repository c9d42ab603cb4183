import 'server-only'
import { metadataResponse } from '@/lib/authorization-server/endpoints/metadata'
import { receiveFromOutside } from '@/lib/lab/network'
import { authorizationServerEnvironment, resourceServerEnvironment, type ServerParty } from '@/lib/lab/parties'
import { newRecorder } from '@/lib/lab/recorder'
import type { HttpResponse } from '@/lib/oauth/http'
import { type Steps, soon, wait } from '@/lib/oauth/soon'
import { WholeRequest } from '@/lib/oauth/whole-messages'
import { resourceMetadataResponse } from '@/lib/resource-server/metadata'
import { toHttpResponse } from '@/lib/wire/messages'
import { logFailure } from './log'
import { world } from './world'

const NO_LAB = 'There is no such lab. It may have expired: start a new one on the Grant Lab page.\n'

/** Bytes of a body that reach a party; each party has a tighter limit of its own. */
export const BODY_LIMIT = 1024 * 1024

/**
 * A request that reached a party over real HTTP, on its own origin or under the app's.
 *
 * @param request its path holds the lab; its host is ignored, the lab's configured base takes its place
 * @param lab id of the lab
 * @param rest path and query below the party's base, as `URL` writes them
 */
export const serveParty = soon(function* (
  party: ServerParty,
  request: Request,
  lab: string,
  rest: string,
): Steps<HttpResponse> {
  const { labs } = world()
  const found = labs.find(lab)
  if (!found) return plain(404, NO_LAB)
  if (Number(request.headers.get('content-length') ?? 0) > BODY_LIMIT) {
    return plain(413, `The body is too large: at most ${BODY_LIMIT} bytes.\n`)
  }
  const { issuer, resource, client, attacker } = found.origins
  const base = {
    'authorization-server': issuer,
    'resource-server': resource,
    client,
    attacker,
  }[party]
  try {
    const whole = request instanceof WholeRequest ? request : yield* wait(readWhole(request))
    return yield* wait(receiveFromOutside(found, labs.host, party, addressedTo(base + rest, whole)))
  } catch (error) {
    logFailure(party, error)
    return plain(500, 'The app failed while answering. Try again.\n')
  }
})

/** The same request at another URL. */
function addressedTo(url: string, { method, headers, bytes }: WholeRequest): Request {
  return WholeRequest.of(method, url, headers, bytes)
}

async function readWhole(request: Request): Promise<WholeRequest> {
  return WholeRequest.of(request.method, request.url, request.headers, new Uint8Array(await request.arrayBuffer()))
}

/** Metadata whose URL has the issuer's path inserted after the well-known part (RFC 8414 §3.1, RFC 9728 §3.1). */
export async function serveMetadata(
  document: 'oauth-authorization-server' | 'oauth-protected-resource',
  lab: string,
): Promise<HttpResponse> {
  const { labs } = world()
  const found = labs.find(lab)
  if (!found) return plain(404, NO_LAB)
  const setting = {
    recorder: newRecorder(),
    stepped: false,
    fetch: () => Promise.reject(new Error('Metadata asks nobody.')),
  }
  return toHttpResponse(
    document === 'oauth-authorization-server'
      ? await metadataResponse(authorizationServerEnvironment(found, labs.host, setting))
      : await resourceMetadataResponse(resourceServerEnvironment(found, labs.host, setting)),
  )
}

export function plain(status: number, sentence: string): HttpResponse {
  return { status, headers: [['content-type', 'text/plain; charset=utf-8']], body: sentence }
}
