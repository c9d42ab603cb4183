import { connected } from '../kit/connected'
import { both, grant } from '../kit/entry'
import { clientType, rotation } from '../kit/options'

export const refreshGrant = grant({
  slug: 'refresh',
  title: 'Refresh',
  summary: 'An app renews its access without asking Alice, and a stolen refresh token gives itself away.',
  load: () =>
    both(
      import('./refresh.machine').then(({ refreshMachine }) => refreshMachine),
      import('@/lib/lessons/refresh').then(({ refreshLesson }) => refreshLesson),
    ),
  client: 'photo-editor',
  options: [rotation, clientType],
  preset: 'bcp',
  before: connected,
  rfc: 'rfc6749-6',
  status: 'recommended',
  statusCite: 'rfc9700-4.14.2',
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
    attacker: ['refresh_token', 'client_secret'],
  },
})
