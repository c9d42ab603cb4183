import { SignJWT } from 'jose'
import { encodeBase64Url } from '@/lib/oauth/base64url'
import { checklist } from '@/lib/oauth/check'
import type { Environment } from '@/lib/oauth/environment'
import { OAuthError } from '@/lib/oauth/errors'
import { decodeFormValue, parameter, parseForm } from '@/lib/oauth/form'
import type { Soon } from '@/lib/oauth/soon'
import { ASSERTION_CHECKS } from './checks'
import { callerKnown } from './checks/caller-known'
import { subjectOnStaff } from './checks/subject-on-staff'

/** A key that signs assertions. */
interface AssertionKey {
  kid: string
  alg: string
  privateKey: CryptoKey
}

export interface DirectoryEnvironment
  extends Pick<Environment<unknown, unknown>, 'now' | 'random' | 'report' | 'policy' | 'checksOff'> {
  /** Its issuer identifier, which is also its base URL. */
  issuer: string
  /** The services it answers, with their passwords. */
  callers: Readonly<Record<string, string>>
  /** Whom it speaks for: usernames. */
  staff: readonly string[]
  signer(): Soon<AssertionKey>
}

/** Seconds: just long enough to be carried to the authorization server. */
const LIFETIME = 300

/**
 * The company's HR directory: `POST /assertions` with `subject` and `audience` answers a signed assertion about one of
 * its people (RFC 7523, section 3). Only services it knows are answered.
 *
 * @param request its URL lies below the directory's issuer identifier
 */
export async function handleDirectory(request: Request, env: DirectoryEnvironment): Promise<Response> {
  const path = new URL(request.url).pathname.slice(new URL(env.issuer).pathname.length)
  if (path !== '/assertions') return json({ error: 'not_found' }, 404)
  if (request.method !== 'POST') return json({ error: 'method_not_allowed' }, 405, { allow: 'POST' })
  try {
    return await assert(request, env)
  } catch (error) {
    if (error instanceof OAuthError) {
      return json({ error: error.code, error_description: error.description }, error.status, error.headers)
    }
    env.report({ type: 'bug', error })
    return json({ error: 'server_error' }, 500)
  }
}

async function assert(request: Request, env: DirectoryEnvironment): Promise<Response> {
  const checks = checklist('service', ASSERTION_CHECKS, env)
  const form = parseForm(await request.text())
  const subject = parameter(form, 'subject')
  await checks.apply(callerKnown, { credentials: basic(request), callers: env.callers })
  await checks.apply(subjectOnStaff, { subject, staff: env.staff })
  const { kid, alg, privateKey } = await env.signer()
  const iat = Math.floor(env.now() / 1000)
  const claims = {
    iss: env.issuer,
    sub: subject ?? '',
    aud: parameter(form, 'audience') ?? '',
    iat,
    exp: iat + LIFETIME,
    jti: encodeBase64Url(env.random(16)),
  }
  const assertion = await new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(privateKey)
  env.report({ type: 'secret', secret: { kind: 'assertion', value: assertion, madeBy: 'service' } })
  return json({ assertion, expires_in: LIFETIME }, 200)
}

/** Name and password of HTTP Basic (RFC 7617); null when there is none. */
function basic(request: Request): { name: string; password: string } | null {
  const encoded = /^Basic +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (!encoded) return null
  try {
    const [name = '', password = ''] = atob(encoded).split(':').map(decodeFormValue)
    return { name, password }
  } catch {
    return null
  }
}

function json(body: Record<string, unknown>, status: number, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } })
}
