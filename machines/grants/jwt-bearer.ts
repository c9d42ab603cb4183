import { both, grant } from '../kit/entry'
import { assertionChecks, tokenFormat } from '../kit/options'

export const jwtBearerGrant = grant({
  slug: 'jwt-bearer',
  title: 'JWT bearer assertion',
  summary: 'A service acts for Alice while she is away, because somebody the auth server trusts vouches for her.',
  load: () =>
    both(
      import('./jwt-bearer.machine').then(({ jwtBearerMachine }) => jwtBearerMachine),
      import('@/lib/lessons/jwt-bearer').then(({ jwtBearerLesson }) => jwtBearerLesson),
    ),
  client: 'print-shop',
  options: [assertionChecks, tokenFormat],
  preset: 'bcp',
  rfc: 'rfc7523-2.1',
  status: 'care',
  statusCite: 'rfc7523-3',
  group: 'without-user',
  holds: {
    client: ['access_token', 'assertion', 'client_secret'],
    service: ['assertion', 'client_secret'],
    'authorization-server': ['access_token', 'assertion', 'client_secret'],
    'resource-server': ['access_token'],
  },
})
