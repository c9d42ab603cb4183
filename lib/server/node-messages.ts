import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { WholeHeaders } from '@/lib/oauth/whole-headers'
import { WholeRequest } from '@/lib/oauth/whole-messages'
import { toHttpResponse } from '@/lib/wire/messages'

/** Stands in for the sender's `Host` header, which nobody here goes by. */
const ANY_ORIGIN = 'http://localhost'

/**
 * A request as it came in over a socket, read to its end.
 *
 * @returns null when the body is larger than `limit` bytes
 * @throws Error when the sender breaks off
 */
export async function readIncoming(incoming: IncomingMessage, limit: number): Promise<Request | null> {
  const bytes = await readBytes(incoming, limit)
  if (bytes === null) return null
  const path = incoming.url ?? '/'
  const { href } = path.startsWith('/') ? new URL(ANY_ORIGIN + path) : new URL(path)
  return WholeRequest.of(incoming.method ?? 'GET', href, headersOf(incoming), bytes)
}

function readBytes(incoming: IncomingMessage, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    let size = 0
    incoming.on('data', (piece: Buffer) => {
      size += piece.byteLength
      if (size <= limit) pieces.push(piece)
      else resolve(null)
    })
    incoming.once('end', () =>
      resolve(Uint8Array.from(pieces.length === 1 ? (pieces[0] ?? []) : Buffer.concat(pieces))),
    )
    incoming.once('error', reject)
  })
}

/** By name, as Fetch iterates; a name that came more than once has its values joined. */
function headersOf({ headers }: IncomingMessage): Headers {
  const pairs = Object.entries(headers).flatMap(([name, value = '']) =>
    Array.isArray(value) ? value.map((one): [string, string] => [name, one]) : [[name, value] as [string, string]],
  )
  return WholeHeaders.of(pairs)
}

/** Sends a response; one whose body is a text goes in one piece. */
export async function writeAnswer(answer: ServerResponse, response: Response): Promise<void> {
  const { status, headers, body } = await toHttpResponse(response)
  const text = body ?? ''
  const lines = headers.filter(([name]) => name !== 'content-length')
  if (status !== 204 && status !== 304) lines.push(['content-length', String(Buffer.byteLength(text))])
  answer.writeHead(status, lines.flat())
  answer.end(text)
}
