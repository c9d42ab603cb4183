import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { HttpResponse } from '@/lib/oauth/http'
import { type Steps, soon, wait } from '@/lib/oauth/soon'
import { WholeHeaders } from '@/lib/oauth/whole-headers'
import { WholeRequest } from '@/lib/oauth/whole-messages'

/** Stands in for the sender's `Host` header, which nobody here goes by. */
const ANY_ORIGIN = 'http://localhost'

/** A request that was read, and its path with its query, as `URL` writes them. */
export interface Incoming {
  request: Request
  path: string
}

/**
 * A request as it came in over a socket, read to its end.
 *
 * @returns null when the body is larger than `limit` bytes
 * @throws Error when the sender breaks off
 */
export const readIncoming = soon(function* (incoming: IncomingMessage, limit: number): Steps<Incoming | null> {
  const bytes = yield* wait(readBytes(incoming, limit))
  if (bytes === null) return null
  const sent = incoming.url ?? '/'
  const { pathname, search } = new URL(sent.startsWith('/') ? ANY_ORIGIN + sent : sent)
  const path = pathname + search
  return { request: WholeRequest.of(incoming.method ?? 'GET', ANY_ORIGIN + path, headersOf(incoming), bytes), path }
})

function readBytes(incoming: IncomingMessage, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    let size = 0
    incoming.on('data', (piece: Buffer) => {
      size += piece.byteLength
      if (size <= limit) pieces.push(piece)
      else resolve(null)
    })
    incoming.once('end', () => resolve(new Uint8Array(Buffer.concat(pieces))))
    incoming.once('error', reject)
  })
}

/** By name, as Fetch iterates; a name that came more than once has its values joined. */
function headersOf({ headers }: IncomingMessage): Headers {
  const all = new WholeHeaders()
  for (const name in headers) {
    const value = headers[name] ?? ''
    if (Array.isArray(value)) for (const one of value) all.append(name, one)
    else all.append(name, value)
  }
  return all as unknown as Headers
}

/** Sends a response, head and body in one piece. */
export function writeAnswer(answer: ServerResponse, { status, headers, body }: HttpResponse): void {
  const text = body ?? ''
  const lines: string[] = []
  for (const [name, value] of headers) if (name !== 'content-length') lines.push(name, value)
  if (status !== 204 && status !== 304) lines.push('content-length', String(Buffer.byteLength(text)))
  answer.writeHead(status, lines)
  answer.end(text)
}
