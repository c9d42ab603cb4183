import 'server-only'
import type { Turns } from './turns'

interface Source<Line> {
  /** Said first when others are at work. */
  waiting: Line
  /** Said last when the app failed. */
  failed(error: unknown): Line
  lines(left: () => boolean): AsyncIterable<Line>
}

/**
 * A response of newline-delimited JSON, each line sent as it is known; nothing more is worked on once the reader has
 * left.
 *
 * @throws LabRefusal 429 before anything is sent, when too many wait
 */
export function linesResponse<Line>(
  signal: AbortSignal,
  turns: Turns,
  { waiting, failed, lines }: Source<Line>,
): Response {
  const encoder = new TextEncoder()
  let open: ReadableStreamDefaultController<Uint8Array> | null = null
  const left = () => open === null || signal.aborted
  const send = (line: Line) => {
    if (!left()) open?.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
  }
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      open = controller
    },
    cancel: () => {
      open = null
    },
  })
  const others = turns.busy
  const work = turns.take(async () => {
    for await (const line of lines(left)) send(line)
  })
  if (others) send(waiting)
  work
    .catch((error) => send(failed(error)))
    .finally(() => {
      if (!left()) open?.close()
      open = null
    })
  return new Response(body, {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      // Compression would hold lines back.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}
