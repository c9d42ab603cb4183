// Servers to measure, each in a process of its own.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const running = new Set()

const FIRST_PORT = Number(process.env.BENCH_PORT ?? 4340)

/** Ports of the servers, so that they run side by side. The app takes five: its own and the four after it. */
export const PORTS = {
  ports: FIRST_PORT,
  path: FIRST_PORT + 5,
  'oidc-provider': FIRST_PORT + 6,
  'oauth2-server': FIRST_PORT + 7,
  'oauth2-mock-server': FIRST_PORT + 8,
}

/** Grant Lab itself, in production: `parties` is `ports` (each on its own origin) or `path`. */
export async function startApp(parties = 'ports', settings = {}) {
  const port = PORTS[parties]
  const folder = mkdtempSync(join(tmpdir(), 'grant-lab-bench-'))
  const env = { PORT: String(port), PARTIES: parties, DATA_DIR: folder, MAX_LABS: '2000', ...settings }
  const server = await start(['lib/tools/start.mjs'], 'is ready on', env)
  server.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return { origin: `http://localhost:${port}`, pid: server.pid, stop: () => stop(server) }
}

/** One of the other authorization servers in `servers/`. */
export async function startOther(name, ...words) {
  const server = await start([join('lib/tools/bench/servers', `${name}.mjs`), String(PORTS[name]), ...words], 'ready')
  return { origin: `http://localhost:${PORTS[name]}`, pid: server.pid, stop: () => stop(server) }
}

/**
 * Milliseconds of processor time that a server has used, all its threads together, to the nearest ten: what other
 * programs do at the same time changes it little. Null where there is no /proc (macOS, Windows).
 */
export function processorTime(pid) {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return null
  }
}

/** A program that measures itself and prints JSON as its last line. */
export async function runProgram(words) {
  const program = begin(words, {})
  let said = ''
  program.stdout.on('data', (text) => {
    said += text
  })
  const status = await new Promise((resolve) => program.once('close', resolve))
  if (status !== 0) throw new Error(`${words.join(' ')} ended with status ${status}.\n${said}`)
  return JSON.parse(said.trim().split('\n').at(-1))
}

export async function stopAll() {
  await Promise.all([...running].map(stop))
}

function start(words, ready, env = {}) {
  const server = begin(words, env)
  return new Promise((resolve, reject) => {
    server.stdout.on('data', (text) => String(text).includes(ready) && resolve(server))
    server.once('exit', (status) => reject(new Error(`${words.join(' ')} ended with status ${status}.`)))
  })
}

function begin(words, env) {
  const started = spawn(process.execPath, words, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(started)
  started.once('exit', () => running.delete(started))
  return started
}

function stop(server) {
  if (server.exitCode !== null || server.signalCode !== null) return
  return new Promise((resolve) => {
    server.once('exit', resolve)
    server.kill()
  })
}

/** @throws Error with the sentence of the app, such as how to start the store that was asked for */
export async function createLab(origin, wishes = {}) {
  const answer = await fetch(`${origin}/api/labs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wishes),
  })
  const body = await answer.json()
  if (!answer.ok) throw Object.assign(new Error(body.detail), { status: answer.status })
  return body
}
