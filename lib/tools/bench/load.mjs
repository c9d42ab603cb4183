// A load generator: the same request again and again over a few kept-alive connections. It writes the bytes itself,
// because Node's own HTTP client would be busier than the servers it is to measure.
import { connect } from 'node:net'

/** Connections that are kept busy at once, to every server alike. */
export const AT_ONCE = 8

/**
 * @param job `{ url, method?, headers?, body? }`
 * @returns requests per second of the whole, and how long each took in milliseconds
 * @throws Error when an answer is not 200: what refuses quickly must not look fast
 */
export async function load(job, requests) {
  const bytes = bytesOf(job)
  const connections = await Promise.all(Array.from({ length: AT_ONCE }, () => open(job.url)))
  const times = []
  let left = requests
  const started = performance.now()
  try {
    await Promise.all(
      connections.map(async (connection) => {
        while (left-- > 0) {
          const before = performance.now()
          await connection.exchange(bytes)
          times.push(performance.now() - before)
        }
      }),
    )
    return { perSecond: (requests * 1000) / (performance.now() - started), times }
  } finally {
    for (const connection of connections) connection.close()
  }
}

/** The body of one answer. */
export async function once(job) {
  const connection = await open(job.url)
  try {
    return await connection.exchange(bytesOf(job))
  } finally {
    connection.close()
  }
}

function bytesOf({ url, method = 'GET', headers = {}, body = '' }) {
  const { host, pathname, search } = new URL(url)
  const length = method === 'GET' ? {} : { 'content-length': Buffer.byteLength(body) }
  const lines = Object.entries({ host, ...headers, ...length }).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`${method} ${pathname}${search} HTTP/1.1\r\n${lines.join('')}\r\n${body}`)
}

/** One connection, one request at a time. */
function open(url) {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  let waiting = null
  let text = ''
  const end = (error) => {
    waiting?.reject(error)
    waiting = null
  }
  socket.setEncoding('latin1')
  socket.on('data', (piece) => {
    text += piece
    const body = bodyOf(text)
    if (body === null || !waiting) return
    const { resolve, reject } = waiting
    waiting = null
    if (text.startsWith('HTTP/1.1 200')) resolve(body)
    else reject(new Error(`${url} answered ${text.slice(9, 12)}: ${body.slice(0, 300)}`))
    text = ''
  })
  socket.on('error', end)
  socket.on('close', () => end(new Error(`${url} closed the connection.`)))
  const exchange = (bytes) =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject }
      socket.write(bytes)
    })
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('connect', () => resolve({ exchange, close: () => socket.destroy() }))
  })
}

/** The body once all of it is there, by `content-length` or in chunks; null before. */
export function bodyOf(text) {
  const cut = text.indexOf('\r\n\r\n')
  if (cut < 0) return null
  const head = text.slice(0, cut)
  const body = text.slice(cut + 4)
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length !== undefined) return body.length >= Number(length) ? body.slice(0, Number(length)) : null
  return body.endsWith('0\r\n\r\n') ? unchunked(body) : null
}

function unchunked(body) {
  let text = ''
  let at = 0
  for (;;) {
    const line = body.indexOf('\r\n', at)
    const size = Number.parseInt(body.slice(at, line), 16)
    if (!(size > 0)) return text
    text += body.slice(line + 2, line + 2 + size)
    at = line + 2 + size + 2
  }
}
