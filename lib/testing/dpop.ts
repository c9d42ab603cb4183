import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { accessTokenHash, thumbprint } from '@/lib/oauth/dpop/thumbprint'
import { TEST_ORIGINS, TEST_TIME } from './authorization-server'

export interface ProofMaker {
  /** Thumbprint of its key. */
  jkt: string
  /** With its private members. */
  jwk: JWK
  /** A proof as RFC 9449, section 4.2 has it; a member that is undefined is left out. */
  proof(changes?: ProofChanges): Promise<string>
}

export interface ProofChanges {
  header?: Record<string, unknown>
  claims?: Record<string, unknown>
  /** The access token it is made for. */
  token?: string
  /** Seconds after the beginning of the test. */
  at?: number
}

let proofs = 0

/** A client's key: for `POST /token` of the test server unless a proof is asked for something else. */
export async function proofMaker(alg: 'ES256' | 'PS256' = 'ES256'): Promise<ProofMaker> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true })
  const jwk = await exportJWK(publicKey)
  return {
    jkt: (await thumbprint({ ...jwk })) ?? '',
    jwk: await exportJWK(privateKey),
    async proof({ header = {}, claims = {}, token, at = 0 } = {}) {
      proofs += 1
      const payload = {
        jti: `proof-${proofs}`,
        htm: 'POST',
        htu: `${TEST_ORIGINS.issuer}/token`,
        iat: TEST_TIME / 1000 + at,
        ...(token !== undefined && { ath: await accessTokenHash(token) }),
        ...claims,
      }
      return new SignJWT(payload).setProtectedHeader({ typ: 'dpop+jwt', jwk, ...header, alg }).sign(privateKey)
    },
  }
}
