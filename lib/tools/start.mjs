// Starts Grant Lab: builds when the sources changed since the last build, then serves on PORT (default 3000).
//   npm start             production
//   npm run dev           development, with reloading
//   npm run build         only the build
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { contentSecurityPolicy } from './content-security-policy.mjs'
import { sourceStamp } from './source-stamp.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const dev = process.argv.includes('--dev')
const port = Number(process.env.PORT ?? 3000)
const stampFile = `${root}.next/grant-lab-sources`

if (!Number.isInteger(port) || port < 1 || port > 65_000) {
  console.error(`PORT is "${process.env.PORT}". Give a number from 1 to 65000, such as PORT=3000.`)
  process.exit(1)
}
process.env.PORT = String(port)
process.chdir(root)
if (!dev) buildWhenNeeded()
if (process.argv.includes('--build-only')) process.exit(0)

// The port is taken before anything else happens, so that a second start cannot disturb the first one's files.
let handle = (_request, response) => {
  response.writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain' }).end('Grant Lab is starting.\n')
}
const server = createServer({ maxHeaderSize: 32 * 1024 }, (request, response) => handle(request, response))
server.once('error', (error) => {
  const why =
    error.code === 'EADDRINUSE' ? `Port ${port} is in use. Choose another: PORT=4000 npm start` : error.message
  console.error(why)
  process.exit(1)
})
server.listen(port, serve)

async function serve() {
  process.env.NODE_ENV = dev ? 'development' : 'production'
  const { default: next } = await import('next')
  const app = next({
    dev,
    dir: root,
    hostname: 'localhost',
    port,
    httpServer: server,
  })
  await app.prepare()
  const answer = app.getRequestHandler()
  handle = (request, response) => {
    secure(request, response)
    // Set here and never taken from outside: rooms slow down an address that tries codes.
    request.headers['x-socket-address'] = request.socket.remoteAddress ?? 'unknown'
    answer(request, response)
  }
  // Next runs instrumentation.ts, which opens the parties' ports, with the first request: make that one here.
  await fetch(`http://localhost:${port}/api/labs`).catch(() => {})
  console.log(`Grant Lab is ready on http://localhost:${port}`)
}

/** The one page that course pages may frame: it acts on a fresh lab of its own and on nothing else. */
const EMBEDDED = /^\/embed\/[a-z0-9-]+(\?|$)/

/** Pages of the app get a strict policy with a fresh nonce; the parties' own pages set theirs themselves. */
function secure(request, response) {
  if (/^\/(as|rs|client|attacker)\//.test(request.url ?? '')) return
  const nonce = randomBytes(16).toString('base64')
  const probing = /^\/storage(\?|$)/.test(request.url ?? '')
  const embedded = EMBEDDED.test(request.url ?? '')
  const policy = contentSecurityPolicy(nonce, {
    dev,
    frames: probing ? [clientOrigin()] : [],
    framedBy: embedded ? '*' : "'none'",
  })
  request.headers['content-security-policy'] = policy
  response.setHeader('content-security-policy', policy)
  response.setHeader('referrer-policy', 'no-referrer')
  response.setHeader('x-content-type-options', 'nosniff')
  if (!embedded) response.setHeader('x-frame-options', 'DENY')
  response.setHeader('cross-origin-opener-policy', probing ? 'same-origin-allow-popups' : 'same-origin')
}

/**
 * The storage page alone runs the client application in a frame, and leads a second window to the attacker's site. Where
 * the client is served, the composition root knows, which lives in this process (`lib/server/world.ts`).
 */
function clientOrigin() {
  const origins = globalThis.grantLabWorld?.labs.host.origins('lab')
  return origins ? new URL(origins.client).origin : "'none'"
}

function buildWhenNeeded() {
  const stamp = sourceStamp(root)
  if (existsSync(`${root}.next/BUILD_ID`) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  console.log('Building Grant Lab (the sources are new or changed) ...')
  const { status } = spawnSync(process.execPath, [`${root}node_modules/next/dist/bin/next`, 'build'], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  })
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(stampFile, stamp)
}
