/** The kinds of values a lab keeps an eye on. `power`: possession alone gives something; otherwise public or one-way. */
export const SECRET_KINDS = {
  authorization_code: { label: 'code', power: true },
  device_code: { label: 'device code', power: true },
  user_code: { label: 'user code', power: false },
  access_token: { label: 'access token', power: true },
  refresh_token: { label: 'refresh token', power: true },
  assertion: { label: 'assertion', power: true },
  id_token: { label: 'ID token', power: true },
  client_secret: { label: 'client secret', power: true },
  code_verifier: { label: 'verifier', power: true },
  code_challenge: { label: 'challenge', power: false },
  state: { label: 'state', power: false },
  nonce: { label: 'nonce', power: false },
  request_uri: { label: 'request reference', power: false },
  dpop_key: { label: 'key thumbprint', power: false },
  password: { label: 'password', power: true },
  session_cookie: { label: 'session cookie', power: true },
} as const satisfies Record<string, { label: string; power: boolean }>

export type SecretKind = keyof typeof SECRET_KINDS
