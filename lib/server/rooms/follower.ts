import 'server-only'

/** Somebody who follows a room over server-sent events. */
export interface Follower {
  /** False for the presenter's own windows, which are nobody of the class. */
  counted: boolean
  /** Once encoded, many times sent. */
  send(event: Uint8Array): void
  end(): void
}

/** Bytes that may wait for a slow follower. Beyond it the stream ends; the browser comes back and gets one snapshot. */
const WAITING_BYTES = 2 * 1024 * 1024

const encoder = new TextEncoder()

/** One server-sent event. JSON holds no line breaks, so one `data` line is enough. */
export function eventOf(name: string, data: unknown): Uint8Array {
  return encoder.encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
}

/**
 * A response that stays open. `no-transform` keeps compression from holding events back.
 * @param join called with the follower; answers what to do when it leaves
 */
export async function eventStream(
  counted: boolean,
  join: (follower: Follower) => Promise<() => void>,
): Promise<Response> {
  let leave: () => void = () => {}
  let open: ReadableStreamDefaultController<Uint8Array> | null = null
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        open = controller
      },
      cancel: () => {
        open = null
        leave()
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: WAITING_BYTES }),
  )
  const end = () => {
    open?.close()
    open = null
    leave()
  }
  leave = await join({
    counted,
    send: (event) => {
      if (open && (open.desiredSize ?? 0) <= 0) end()
      open?.enqueue(event)
    },
    end,
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}
