import { both, grant } from '../kit/entry'
import { nonce, tokenFormat } from '../kit/options'

export const openidConnectGrant = grant({
  slug: 'openid-connect',
  title: 'OpenID Connect',
  summary: 'The app learns who Alice is, from an ID token made for it, and gets access to her photos beside.',
  load: () =>
    both(
      import('./openid-connect.machine').then(({ openIdConnectMachine }) => openIdConnectMachine),
      import('@/lib/lessons/openid-connect').then(({ openIdConnectLesson }) => openIdConnectLesson),
    ),
  client: 'photo-editor',
  options: [nonce, tokenFormat],
  preset: 'bcp',
  policy: { openIdConnect: true },
  rfc: 'oidc-core-3.1',
  status: 'recommended',
  statusCite: 'rfc9700-2.1.1',
  group: 'on-top',
  holds: {
    user: ['password'],
    browser: ['authorization_code', 'password', 'session_cookie'],
    client: [
      'authorization_code',
      'access_token',
      'refresh_token',
      'id_token',
      'client_secret',
      'code_verifier',
      'session_cookie',
    ],
    'authorization-server': [
      'authorization_code',
      'access_token',
      'refresh_token',
      'id_token',
      'client_secret',
      'code_verifier',
      'password',
      'session_cookie',
    ],
    'resource-server': ['access_token'],
  },
})
