import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HttpRequest } from '@/lib/oauth/http'
import { toCurl } from './curl'

interface Received {
  method: string
  url: string
  headers: [string, string][]
  body: Buffer
}

const received: Received[] = []
const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const { rawHeaders, method = '', url = '' } = request
    const headers = rawHeaders.flatMap((name, index): [string, string][] =>
      index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? '']] : [],
    )
    received.push({ method, url, headers, body: Buffer.concat(chunks) })
    response.writeHead(303, { location: '/elsewhere' }).end()
  })
})
let base = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const CURLS_OWN = ['host', 'user-agent', 'content-length', 'connection']

async function run(request: HttpRequest): Promise<Received> {
  received.length = 0
  const env = { ...process.env, HOME: '/nonexistent', LC_ALL: 'C.UTF-8', no_proxy: '*' }
  await promisify(execFile)('bash', ['-c', toCurl(request)], { env })
  const [only, ...more] = received
  if (!only || more.length > 0) throw new Error(`The server received ${received.length} requests.`)
  return { ...only, headers: only.headers.filter(([name]) => !CURLS_OWN.includes(name)) }
}

const form: [string, string] = ['content-type', 'application/x-www-form-urlencoded']
const accept: [string, string] = ['accept', 'application/json']

describe('the copied command, run in bash, sends the recorded message', () => {
  const bodies = [
    'grant_type=authorization_code&code=a%2Bb',
    'it\'s $HOME `id` $(id) \\n \\ " ! !! # ~ * ? ; & | < > ( ) [a] {b,c}',
    '@/etc/passwd',
    'line one\nline two\r\n\ttabbed',
    "both ' and \n and \\' at once",
    '-X DELETE --output x',
    'Ünïcödé 😀 \u0085',
    'bell \u0007 escape \u001b[31m delete \u007f',
    'nul \0 \\0 % %s \' " é \n end',
  ]
  it.each(bodies)('body %j', async (body) => {
    const request: HttpRequest = { method: 'POST', url: `${base}/token`, headers: [accept, form], body }
    const got = await run(request)
    expect(got.method).toBe('POST')
    expect(got.url).toBe('/token')
    expect(got.body.toString('utf8')).toBe(body)
    expect(got.headers).toEqual([accept, form])
  })

  const values = ["it's", '$(id) `id` "x" \\', '', 'a: b; c', 'caf\u00e9 \u00ff1', 'tab\there', '@file', '%41 !x']
  it.each(values)('header value %j', async (value) => {
    const got = await run({ method: 'GET', url: `${base}/`, headers: [accept, ['x-odd', value]], body: null })
    expect(got.headers).toEqual([accept, ['x-odd', value]])
  })

  it('cookies and repeated headers, in order', async () => {
    const headers: [string, string][] = [accept, ['cookie', "a='1'; b=$2"], ['x-a', '1'], ['x-a', '2']]
    expect((await run({ method: 'GET', url: `${base}/`, headers, body: null })).headers).toEqual(headers)
  })

  it.each(['/a?x=[1-3]&y={a,b}', "/a?q='%20$HOME", '/a?x=1&x=2&y=%F0%9F%98%80', '/%7Elab/!important'])(
    'URL %s',
    async (path) => {
      const { href } = new URL(path, base)
      expect((await run({ method: 'GET', url: href, headers: [accept], body: null })).url).toBe(href.slice(base.length))
    },
  )

  it.each(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', "O'DD"])('method %s without a body', async (method) => {
    const request: HttpRequest = { method, url: `${base}/`, headers: [accept], body: null }
    if (method === "O'DD") expect(toCurl(request)).toContain(`-X 'O'\\''DD'`)
    else expect(await run(request)).toMatchObject({ method, body: Buffer.alloc(0), headers: [accept] })
  })

  it('adds no accept and no content-type of its own, and follows no redirect', async () => {
    const got = await run({ method: 'PUT', url: `${base}/`, headers: [], body: 'x' })
    expect(got).toMatchObject({ method: 'PUT', headers: [], body: Buffer.from('x') })
  })
})

it('names the method only when curl would choose another', () => {
  const get: HttpRequest = { method: 'GET', url: 'http://localhost/', headers: [accept], body: null }
  expect(toCurl(get)).toBe("curl 'http://localhost/' \\\n  -H 'accept: application/json'")
  expect(toCurl({ ...get, method: 'POST', headers: [form], body: 'a=1' })).not.toContain('-X')
})
