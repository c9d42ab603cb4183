import { encodeBase64Url, encodeUtf8 } from '@/lib/oauth/base64url'
import { p256Key } from '@/lib/oauth/p256'
import { FORGERIES, type Forgery, type Workshop } from '@/lib/token-bench/forge'
import { readToken } from '@/lib/token-bench/read-token'

type Members = Record<string, unknown>

const encode = (members: Members): string => encodeBase64Url(encodeUtf8(JSON.stringify(members)))

/** The ways around a signature that an assertion can be forged by; what they are is said where tokens are forged. */
export const TRICKS: readonly Forgery[] = FORGERIES.filter(({ id }) =>
  ['none', 'public-key-as-secret', 'own-key', 'kid'].includes(id),
)

/** An assertion with these claims, by this trick. Nobody's private key is needed. */
export async function forgedAssertion({ make }: Forgery, claims: Members, workshop: Workshop): Promise<string> {
  const kid = workshop.publicKey?.kid
  const original = readToken(`${encode({ alg: 'ES256', ...(kid !== undefined && { kid }) })}.${encode(claims)}.`)
  if (original.kind !== 'jwt') throw new Error('The assertion to be forged is no JWT.')
  return make(original, workshop)
}

/** A key pair of Mallory's own: the same in every lab, because she has had it for years. */
const mallorysKey = () => p256Key(encodeUtf8('mallory-mallory-mallory-mallory-'))

export async function mallorysPublicKey(): Promise<Members> {
  const { publicJwk } = await mallorysKey()
  return { ...publicJwk, alg: 'ES256', use: 'sig', kid: 'mallory' }
}

/** An assertion that Mallory signs with her own key. */
export async function signedByMallory(claims: Members, header: Members = { alg: 'ES256' }): Promise<string> {
  const { privateKey } = await mallorysKey()
  const text = `${encode(header)}.${encode(claims)}`
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, encodeUtf8(text))
  return `${text}.${encodeBase64Url(new Uint8Array(signature))}`
}
