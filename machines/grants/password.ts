import { both, grant } from '../kit/entry'
import { legacyRules } from '../kit/options'

export const passwordGrant = grant({
  slug: 'password',
  title: 'Password credentials',
  summary: 'An app takes Alice’s password and trades it for tokens, which is what OAuth was made to end.',
  load: () =>
    both(
      import('./password.machine').then(({ passwordMachine }) => passwordMachine),
      import('@/lib/lessons/password').then(({ passwordLesson }) => passwordLesson),
    ),
  client: 'drive-desktop',
  options: [legacyRules],
  preset: 'rfc6749',
  rfc: 'rfc6749-4.3',
  status: 'removed',
  statusCite: 'rfc9700-2.4',
  group: 'legacy',
  holds: {
    user: ['password'],
    browser: ['password', 'session_cookie'],
    client: ['password', 'access_token', 'refresh_token', 'client_secret', 'session_cookie'],
    'authorization-server': ['password', 'access_token', 'refresh_token', 'client_secret'],
    'resource-server': ['access_token', 'client_secret'],
  },
})
