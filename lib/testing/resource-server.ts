import { exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from 'jose'
import type { CheckReport } from '@/lib/oauth/check'
import type { Report } from '@/lib/oauth/environment'
import { type Preset, presetPolicy } from '@/lib/oauth/policy'
import { type Challenge, parseChallenge } from '@/lib/oauth/www-authenticate'
import type { ResourceServerEnvironment } from '@/lib/resource-server/environment'
import { handleResourceServer } from '@/lib/resource-server/handler'
import { seedPhotos } from '@/lib/resource-server/photos'
import { RESOURCE_SERVER_SWITCHES, type ResourceServerPolicy } from '@/lib/resource-server/policy'
import { RESOURCE_SERVER_TABLES } from '@/lib/resource-server/tables'
import { openMemory } from '@/lib/storage/memory'
import { seededRandom } from './seeded-random'

export const RESOURCE_ORIGINS = {
  issuer: 'http://localhost:3001/test',
  resource: 'http://localhost:3002/test',
  attacker: 'http://127.0.0.1:3004/test',
  client: 'http://localhost:3003/client/test',
  app: 'http://localhost:3000',
}
const STARTS_AT = Date.UTC(2026, 8, 1, 12)

const ES256 = await generateKeyPair('ES256', { extractable: true })
const RS256 = await generateKeyPair('RS256', { extractable: true })
/** What the stand-in authorization server publishes at `/jwks`. */
export const PUBLISHED: JSONWebKeySet = {
  keys: [
    { ...(await exportJWK(ES256.publicKey)), kid: 'es-1', alg: 'ES256', use: 'sig' },
    { ...(await exportJWK(RS256.publicKey)), kid: 'rs-1', alg: 'RS256', use: 'sig' },
  ],
}

export interface ResourceServerOptions {
  preset?: Preset
  policy?: Partial<ResourceServerPolicy>
  checksOff?: string[]
  resource?: string
  /** What the stand-in authorization server answers about opaque tokens; anything else is inactive. */
  introspection?: Record<string, Record<string, unknown>>
  jwks?: JSONWebKeySet
}

/** A photo drive with a clock that stands still, beside a stand-in for the authorization server. */
export async function testResourceServer(options: ResourceServerOptions = {}) {
  const { preset = 'bcp', introspection = {}, jwks = PUBLISHED } = options
  const reports: Report[] = []
  const sent: { url: string; authorization: string | null; body: string }[] = []
  let now = STARTS_AT
  let kept: JSONWebKeySet | null = null
  const backend = await openMemory('resource-server', RESOURCE_SERVER_TABLES)
  const clock = () => now
  const origins = { ...RESOURCE_ORIGINS, resource: options.resource ?? RESOURCE_ORIGINS.resource }
  const store = backend.open({
    lab: 'test',
    now: clock,
    report: (storage) => reports.push({ type: 'storage', storage }),
  })
  const env: ResourceServerEnvironment = {
    lab: 'test',
    store,
    now: clock,
    random: seededRandom('resource server'),
    report: (report) => reports.push(report),
    policy: { ...presetPolicy(RESOURCE_SERVER_SWITCHES, preset), ...options.policy },
    checksOff: new Set(options.checksOff ?? []),
    origins,
    credentials: { clientId: 'photo-drive', clientSecret: 'drive secret' },
    jwks: {
      get: () => kept,
      set: (keys) => {
        kept = keys
      },
    },
    async fetch(request) {
      const body = await request.text()
      sent.push({ url: request.url, authorization: request.headers.get('authorization'), body })
      if (request.url === `${origins.issuer}/jwks`) return Response.json(jwks)
      const token = new URLSearchParams(body).get('token') ?? ''
      return Response.json(introspection[token] ?? { active: false })
    },
  }
  await seedPhotos(env)
  reports.length = 0

  const send = (path: string, init?: RequestInit) =>
    handleResourceServer(new Request(`${origins.resource}${path}`, init), env)
  return {
    env,
    store,
    reports,
    /** What the drive sent to the authorization server. */
    sent,
    send,
    get: (path: string, token: string, scheme = 'Bearer') =>
      send(path, { headers: { authorization: `${scheme} ${token}` } }),
    advance: (seconds: number) => {
      now += seconds * 1000
    },
    checks: (): CheckReport[] => reports.flatMap((report) => (report.type === 'check' ? [report.check] : [])),
  }
}

export interface TokenOptions {
  alg?: 'ES256' | 'RS256'
  /** Header members that replace the usual ones; undefined removes one. */
  header?: Record<string, unknown>
  /** Claims that replace the usual ones; undefined removes one. */
  claims?: Record<string, unknown>
}

/** A JWT access token as the lab's authorization server makes them: alice's, for the drive, with `photos.read`. */
export async function accessToken({ alg = 'ES256', header = {}, claims = {} }: TokenOptions = {}): Promise<string> {
  const issuedAt = STARTS_AT / 1000
  const payload = {
    iss: RESOURCE_ORIGINS.issuer,
    aud: RESOURCE_ORIGINS.resource,
    sub: 'alice',
    client_id: 'photo-editor',
    scope: 'photos.read',
    iat: issuedAt,
    exp: issuedAt + 600,
    jti: 'token-1',
    ...claims,
  }
  const key = alg === 'ES256' ? ES256 : RS256
  const kid = alg === 'ES256' ? 'es-1' : 'rs-1'
  return new SignJWT(payload).setProtectedHeader({ kid, typ: 'at+jwt', ...header, alg }).sign(key.privateKey)
}

/** The `WWW-Authenticate` challenge of a response; throws when there is none. */
export function challengeOf(response: Response): Challenge {
  const challenge = parseChallenge(response.headers.get('www-authenticate') ?? '')
  if (!challenge) throw new Error('The response carries no challenge.')
  return challenge
}
