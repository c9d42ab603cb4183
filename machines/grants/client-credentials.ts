import { both, grant } from '../kit/entry'
import { clientAuthentication, tokenBinding, tokenFormat } from '../kit/options'

export const clientCredentialsGrant = grant({
  slug: 'client-credentials',
  title: 'Client credentials',
  summary: 'A backup job uses an API in its own name: no user is there, and nobody has to be asked.',
  load: () =>
    both(
      import('./client-credentials.machine').then(({ clientCredentialsMachine }) => clientCredentialsMachine),
      import('@/lib/lessons/client-credentials').then(({ clientCredentialsLesson }) => clientCredentialsLesson),
    ),
  client: 'nightly-backup',
  options: [clientAuthentication, tokenFormat, tokenBinding],
  preset: 'bcp',
  rfc: 'rfc6749-4.4',
  status: 'recommended',
  statusCite: 'rfc6749-4.4',
  group: 'without-user',
  holds: {
    client: ['access_token', 'client_secret'],
    'authorization-server': ['access_token', 'client_secret'],
    'resource-server': ['access_token'],
  },
})
