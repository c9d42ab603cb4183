import { both, grant } from '../kit/entry'
import { clientType, tokenFormat } from '../kit/options'

export const parDpopGrant = grant({
  slug: 'par-dpop',
  title: 'PAR and DPoP',
  summary: 'The browser carries only a reference to the request, and the tokens are useless without the app’s key.',
  load: () =>
    both(
      import('./par-dpop.machine').then(({ parDpopMachine }) => parDpopMachine),
      import('@/lib/lessons/par-dpop').then(({ parDpopLesson }) => parDpopLesson),
    ),
  client: 'photo-editor',
  options: [clientType, tokenFormat],
  preset: 'fapi2',
  rfc: 'rfc9449-5',
  status: 'recommended',
  statusCite: 'rfc9700-2.2.1',
  group: 'on-top',
  holds: {
    user: ['password'],
    browser: ['authorization_code', 'password', 'session_cookie'],
    client: ['authorization_code', 'access_token', 'refresh_token', 'assertion', 'code_verifier', 'session_cookie'],
    'authorization-server': [
      'authorization_code',
      'access_token',
      'refresh_token',
      'assertion',
      'client_secret',
      'code_verifier',
      'password',
      'session_cookie',
    ],
    'resource-server': ['access_token', 'client_secret'],
  },
})
