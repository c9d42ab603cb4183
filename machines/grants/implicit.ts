import { both, grant } from '../kit/entry'
import { addressBar, browserStore, legacyRules } from '../kit/options'

export const implicitGrant = grant({
  slug: 'implicit',
  title: 'Implicit',
  summary: 'How browser apps used to get their token: in the address of a page, for every script on it to read.',
  load: () =>
    both(
      import('./implicit.machine').then(({ implicitMachine }) => implicitMachine),
      import('@/lib/lessons/implicit').then(({ implicitLesson }) => implicitLesson),
    ),
  client: 'photo-gallery',
  options: [legacyRules, browserStore, addressBar],
  preset: 'rfc6749',
  // The 307 that the preset allows would post the password on, which is another lesson.
  policy: { browserGrant: 'token', redirectStatus: 303 },
  serverless: true,
  rfc: 'rfc6749-4.2',
  status: 'removed',
  statusCite: 'rfc9700-2.1.2',
  group: 'legacy',
  holds: {
    user: ['password'],
    browser: ['access_token', 'password', 'session_cookie'],
    'authorization-server': ['access_token', 'client_secret', 'password', 'session_cookie'],
    'resource-server': ['access_token', 'client_secret'],
  },
})
