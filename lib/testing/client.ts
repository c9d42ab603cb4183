import type { ClientEnvironment } from '@/lib/client/environment'
import { handleClient } from '@/lib/client/handler'
import { CLIENT_SWITCHES, type ClientPolicy } from '@/lib/client/policy'
import { newProofKey } from '@/lib/client/proof-key'
import { CLIENT_TABLES } from '@/lib/client/tables'
import type { CheckReport } from '@/lib/oauth/check'
import type { Report } from '@/lib/oauth/environment'
import { type Preset, presetPolicy } from '@/lib/oauth/policy'
import { openMemory } from '@/lib/storage/memory'
import { seededRandom } from './seeded-random'

export const CLIENT_ORIGINS = {
  issuer: 'http://localhost:3001/test',
  resource: 'http://localhost:3002/test',
  attacker: 'http://127.0.0.1:3004/test',
  client: 'http://localhost:3003/client/test',
  app: 'http://localhost:3000',
}
const STARTS_AT = Date.UTC(2026, 8, 1, 12)
const PHOTOS = [{ id: 'pool', title: 'Pool of tears', size: '4032x3024', bytes: 2_917_556 }]

/** One request the application sent to another server. */
export interface Outgoing {
  method: string
  url: string
  headers: Headers
  body: string
}

type Answer = (request: Outgoing) => Response

export interface ClientOptions {
  preset?: Preset
  policy?: Partial<ClientPolicy>
  checksOff?: string[]
  stepped?: boolean
  clientSecret?: string | null
  /** Replaces the stand-ins' usual answers, by method and URL: `POST http://localhost:3001/test/token`. */
  answers?: Record<string, Answer>
}

export const tokenResponse = (changes: Record<string, unknown> = {}): Response =>
  Response.json({
    access_token: 'access-1',
    token_type: 'Bearer',
    expires_in: 600,
    refresh_token: 'refresh-1',
    scope: 'photos.read',
    ...changes,
  })

const USUAL: Record<string, Answer> = {
  [`POST ${CLIENT_ORIGINS.issuer}/token`]: ({ body }) =>
    tokenResponse(
      body.includes('grant_type=refresh_token') ? { access_token: 'access-2', refresh_token: 'refresh-2' } : {},
    ),
  [`POST ${CLIENT_ORIGINS.issuer}/device_authorization`]: () =>
    Response.json({
      device_code: 'device-1',
      user_code: 'WDJB-MJHT',
      verification_uri: `${CLIENT_ORIGINS.issuer}/device`,
      expires_in: 600,
    }),
  [`POST ${CLIENT_ORIGINS.issuer}/revoke`]: () => new Response(null, { status: 200 }),
  [`GET ${CLIENT_ORIGINS.resource}/photos`]: () => Response.json({ owner: 'alice', photos: PHOTOS }),
}

/** The photo editor with a clock that stands still, between stand-ins for the two servers. */
export async function testClient(options: ClientOptions = {}) {
  const { preset = 'bcp', stepped = false, clientSecret = 'editor secret' } = options
  const answers = { ...USUAL, ...options.answers }
  const reports: Report[] = []
  const sent: Outgoing[] = []
  let now = STARTS_AT
  const policy = { ...presetPolicy(CLIENT_SWITCHES, preset), ...options.policy }
  const backend = await openMemory('client', CLIENT_TABLES)
  const clock = () => now
  const store = backend.open({
    lab: 'test',
    now: clock,
    report: (storage) => reports.push({ type: 'storage', storage }),
  })
  const env: ClientEnvironment = {
    lab: 'test',
    store,
    now: clock,
    random: seededRandom('client'),
    report: (report) => reports.push(report),
    policy,
    checksOff: new Set(options.checksOff ?? []),
    origins: CLIENT_ORIGINS,
    proofKey: newProofKey(seededRandom('proof key')(32)),
    registrations: {
      'photo-editor': {
        clientId: 'photo-editor',
        authentication: policy.authentication,
        clientSecret,
        privateKey: null,
        redirectUri: `${CLIENT_ORIGINS.client}/callback`,
        scope: 'photos.read photos.write',
      },
      'photo-gallery': {
        clientId: 'photo-gallery',
        authentication: 'none',
        clientSecret: null,
        privateKey: null,
        redirectUri: `${CLIENT_ORIGINS.client}/spa/callback`,
        scope: 'photos.read',
      },
      'living-room-tv': {
        clientId: 'living-room-tv',
        authentication: 'none',
        clientSecret: null,
        privateKey: null,
        redirectUri: '',
        scope: 'photos.read',
      },
    },
    stepped,
    async fetch(request) {
      const { method, url, headers } = request
      const outgoing = { method, url, headers, body: await request.text() }
      sent.push(outgoing)
      return answers[`${method} ${url}`]?.(outgoing) ?? new Response('unexpected', { status: 404 })
    },
  }
  return {
    env,
    store,
    reports,
    /** Every request the application sent, in order. */
    sent,
    browser: () => testBrowser(env),
    advance: (seconds: number) => {
      now += seconds * 1000
    },
    checks: (): CheckReport[] => reports.flatMap((report) => (report.type === 'check' ? [report.check] : [])),
  }
}

/** A browser in front of the photo editor: keeps its session cookie and follows nothing by itself. */
export function testBrowser(env: ClientEnvironment) {
  let cookie: string | null = null

  async function open(path: string, method = 'GET'): Promise<Response> {
    const headers: Record<string, string> = cookie ? { cookie } : {}
    const response = await handleClient(new Request(`${CLIENT_ORIGINS.client}${path}`, { method, headers }), env)
    for (const line of response.headers.getSetCookie()) {
      const pair = line.split(';')[0] ?? ''
      cookie = line.includes('Max-Age=0') ? null : pair
    }
    return response
  }

  return {
    open,
    cookie: () => cookie,
    /** Opens `/login`; answers the authorization request it redirects to. */
    async login(query = ''): Promise<URL> {
      const response = await open(`/login${query}`)
      return new URL(response.headers.get('location') ?? '')
    },
    /** Brings an authorization response to `/callback`; a parameter that is undefined is left out. */
    callback(parameters: Record<string, string | null | undefined>): Promise<Response> {
      const present = Object.entries(parameters).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
      return open(`/callback?${new URLSearchParams(present)}`)
    },
    /** The whole way to the answer of `/callback`, as an honest server would lead it. */
    async connect(): Promise<Response> {
      const state = (await this.login()).searchParams.get('state')
      return this.callback({ code: 'code-1', state, iss: CLIENT_ORIGINS.issuer })
    },
  }
}

/** The page's `data-page`. */
export function pageName(html: string): string | null {
  return /<body data-page="([\w-]+)"/.exec(html)?.[1] ?? null
}
