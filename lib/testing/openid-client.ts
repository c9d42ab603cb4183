import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { encodeBase64Url, encodeUtf8 } from '@/lib/oauth/base64url'
import { CLIENT_ORIGINS, testClient, tokenResponse } from './client'

const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
const stranger = await generateKeyPair('ES256')
const KID = 'signer'

/** What the authorization server does differently from an honest one. */
export interface Mutation {
  claims?: JWTPayload
  header?: Record<string, unknown>
  /** Signs with a key nobody published. */
  forged?: boolean
  /** Replaces the whole ID token. */
  token?: string
  /** Claims of the ID token that comes with a refresh. */
  refreshed?: JWTPayload
  userinfo?: Record<string, unknown>
  checksOff?: string[]
}

/** The photo editor with OpenID Connect on, in a browser tab, at a server that mutates its ID tokens. */
export async function testOpenIdClient(mutation: Mutation = {}) {
  const { claims, header, forged = false, token, refreshed, userinfo = {}, checksOff = [] } = mutation
  let nonce: string | null = null
  let refreshing: JWTPayload | null = null
  const now = () => Math.floor(client.env.now() / 1000)

  async function idToken(accessToken: string, changes: JWTPayload | undefined): Promise<string> {
    const honest = {
      iss: CLIENT_ORIGINS.issuer,
      sub: 'alice',
      aud: 'photo-editor',
      iat: now(),
      exp: now() + 600,
      auth_time: now(),
      name: 'Alice Liddell',
      ...(nonce !== null && refreshing === null && { nonce }),
      at_hash: await leftHalf(accessToken),
    }
    return new SignJWT({ ...honest, ...changes })
      .setProtectedHeader({ alg: 'ES256', kid: KID, ...header })
      .sign(forged ? stranger.privateKey : privateKey)
  }

  const issued = { first: '', second: '' }
  const client = await testClient({
    policy: { openIdConnect: true },
    checksOff,
    answers: {
      [`POST ${CLIENT_ORIGINS.issuer}/token`]: ({ body }) =>
        body.includes('grant_type=refresh_token')
          ? tokenResponse({ access_token: 'access-2', refresh_token: 'refresh-2', id_token: issued.second })
          : tokenResponse({ scope: 'openid profile photos.read', id_token: issued.first }),
      [`GET ${CLIENT_ORIGINS.issuer}/jwks`]: () => Response.json({ keys: [published] }),
      [`GET ${CLIENT_ORIGINS.issuer}/userinfo`]: () =>
        Response.json({ sub: 'alice', name: 'Alice Liddell', preferred_username: 'alice', ...userinfo }),
    },
  })
  const published = { ...(await exportJWK(publicKey)), kid: KID, alg: 'ES256', use: 'sig' }

  return {
    ...client,
    idToken: (changes?: JWTPayload) => idToken('access-1', changes),
    /** Leads a browser to the answer of `/callback`. */
    async connect() {
      const browser = client.browser()
      const request = await browser.login()
      nonce = request.searchParams.get('nonce')
      issued.first = token ?? (await idToken('access-1', claims))
      refreshing = refreshed ?? null
      issued.second = refreshed ? await idToken('access-2', refreshed) : ''
      const state = request.searchParams.get('state')
      const response = await browser.callback({ code: 'code-1', state, iss: CLIENT_ORIGINS.issuer })
      return { browser, request, response }
    },
    failed: () => client.checks().flatMap(({ id, verdict }) => (verdict === 'failed' ? [id] : [])),
  }
}

async function leftHalf(token: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', encodeUtf8(token)))
  return encodeBase64Url(digest.slice(0, 16))
}
