import { both, grant } from '../kit/entry'
import { clientType, pkce, tokenFormat } from '../kit/options'

export const authorizationCodeGrant = grant({
  slug: 'authorization-code',
  title: 'Authorization code',
  summary: 'An app with a server gets access to Alice’s photos, and never sees her password.',
  load: () =>
    both(
      import('./authorization-code.machine').then(({ authorizationCodeMachine }) => authorizationCodeMachine),
      import('@/lib/lessons/authorization-code').then(({ authorizationCodeLesson }) => authorizationCodeLesson),
    ),
  client: 'photo-editor',
  options: [pkce, clientType, tokenFormat],
  preset: 'bcp',
  rfc: 'rfc6749-4.1',
  status: 'recommended',
  statusCite: 'rfc9700-2.1.1',
  group: 'start',
  holds: {
    user: ['password'],
    browser: ['authorization_code', 'password', 'session_cookie'],
    client: ['authorization_code', 'access_token', 'refresh_token', 'client_secret', 'code_verifier', 'session_cookie'],
    'authorization-server': [
      'authorization_code',
      'access_token',
      'refresh_token',
      'client_secret',
      'code_verifier',
      'password',
      'session_cookie',
    ],
    'resource-server': ['access_token'],
  },
})
