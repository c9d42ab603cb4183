/** What the fields of a JWT mean, for people. RFC 7515, RFC 7519, RFC 9068, OpenID Connect Core. */
const GLOSS: Readonly<Record<string, string>> = {
  alg: 'how it is signed',
  kid: 'which of the signer’s keys',
  typ: 'what kind of token this is',
  cty: 'what kind of content is inside',
  crit: 'extensions the reader must understand',
  iss: 'who issued it',
  sub: 'whom it is about',
  aud: 'for whom it is meant',
  exp: 'not valid after',
  nbf: 'not valid before',
  iat: 'issued at',
  jti: 'this token’s own number',
  client_id: 'the app it was issued to',
  scope: 'what it allows',
  auth_time: 'when the user last signed in',
  nonce: 'ties it to one request',
  acr: 'how strongly the user signed in',
  amr: 'by which means the user signed in',
  azp: 'the app that asked for it',
  at_hash: 'hash of the access token beside it',
  c_hash: 'hash of the code beside it',
  s_hash: 'hash of the state beside it',
  sid: 'the session at the server',
  cnf: 'the key its sender must prove to have',
  act: 'who acts for the subject',
  name: 'the user’s name',
}

export const gloss = (claim: string): string | null => (Object.hasOwn(GLOSS, claim) ? (GLOSS[claim] ?? null) : null)

/** Claims that hold a moment, in seconds. */
export const TIME_CLAIMS: readonly string[] = ['exp', 'nbf', 'iat', 'auth_time']

export const claimText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
