import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A real server of a test's own, on a free port, with its data in a temporary directory. */
export interface ThrowawayServer {
  url: string
  /** Starts it, again after `stop`, with the data it had; resolves once it listens. */
  start(): Promise<void>
  /** Breaks it off in the middle of whatever it does. */
  stop(): Promise<void>
  /** Stops it and deletes its data. */
  remove(): Promise<void>
}

export const redisServer = findProgram('redis-server')
export const postgresPrograms = findProgram('initdb', 'postgres')

/** @param program path of redis-server */
export async function throwawayRedis(program: string): Promise<ThrowawayServer> {
  const port = await freePort()
  const directory = mkdtempSync(join(tmpdir(), 'grant-lab-redis-'))
  const options = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', directory, '--save', '']
  const keeping = ['--appendonly', 'yes', '--appendfsync', 'always']
  return throwaway(`redis://127.0.0.1:${port}`, port, directory, 'SIGKILL', () =>
    spawn(program, [...options, ...keeping], { stdio: 'ignore' }),
  )
}

/** PostgreSQL refuses to run as root, so root runs it as `postgres`. */
export async function throwawayPostgres([initdb, postgres]: readonly string[]): Promise<ThrowawayServer> {
  if (!initdb || !postgres) throw new Error('PostgreSQL needs initdb and postgres')
  const port = await freePort()
  const directory = mkdtempSync(join(tmpdir(), 'grant-lab-postgres-'))
  const user = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  if (user.uid !== undefined) chownSync(directory, user.uid, user.gid)
  const data = join(directory, 'data')
  const trusting = ['--pgdata', data, '--username', 'postgres', '--auth', 'trust', '--no-sync']
  execFileSync(initdb, trusting, { ...user, cwd: directory, stdio: 'ignore' })
  const options = ['-D', data, '-p', `${port}`, '-h', '127.0.0.1', '-k', directory, '-F']
  return throwaway(`postgres://postgres@127.0.0.1:${port}/postgres`, port, directory, 'SIGQUIT', () =>
    spawn(postgres, options, { ...user, cwd: directory, stdio: 'ignore' }),
  )
}

function throwaway(
  url: string,
  port: number,
  directory: string,
  breakOff: NodeJS.Signals,
  run: () => ChildProcess,
): ThrowawayServer {
  let running: ChildProcess | undefined
  const server = {
    url,
    async start() {
      running = run()
      while (!(await listens(port))) {
        if (running.exitCode !== null) throw new Error(`The server for ${url} ended by itself`)
        await wait(20)
      }
    },
    async stop() {
      if (!running || running.exitCode !== null || running.signalCode !== null) return
      const ended = once(running, 'exit')
      running.kill(breakOff)
      await ended
    },
    async remove() {
      await server.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
  return server
}

/** Passes everything on to a server until it is told to hold everything back, as a network or a server that hangs. */
export async function proxyTo(url: string) {
  const { port, hostname } = new URL(url)
  const sockets = new Set<Socket>()
  let holding = false
  const proxy = createServer((client) => {
    const server = connect(Number(port), hostname)
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(from)
      from.on('data', (data) => holding || to.write(data))
      from.on('error', () => to.destroy())
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
    }
  })
  const own = new URL(url)
  own.port = `${await listen(proxy)}`
  return {
    url: own.href,
    hold() {
      holding = true
    },
    pass() {
      holding = false
    },
    close() {
      for (const socket of sockets) socket.destroy()
      proxy.close()
    },
  }
}

async function listen(server: ReturnType<typeof createServer>) {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

async function freePort() {
  const server = createServer()
  const port = await listen(server)
  server.close()
  await once(server, 'close')
  return port
}

async function listens(port: number) {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

/** Paths of programs that lie in one directory; null when there is none that has them all. */
function findProgram(...names: [string, ...string[]]): [string, ...string[]] | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).toSorted().toReversed() : []
  const directories = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
  ]
  for (const directory of directories) {
    const [first, ...others] = names
    const paths: [string, ...string[]] = [join(directory, first), ...others.map((name) => join(directory, name))]
    if (paths.every((path) => existsSync(path))) return paths
  }
  return null
}

const idOf = (which: '-u' | '-g') => Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }))
