import { both, grant } from '../kit/entry'
import { exchangePolicy, tokenFormat } from '../kit/options'

export const tokenExchangeGrant = grant({
  slug: 'token-exchange',
  title: 'Token exchange',
  summary:
    'A service that was called with Alice’s token gets one of its own for the next API, and stays visible in it.',
  load: () =>
    both(
      import('./token-exchange.machine').then(({ tokenExchangeMachine }) => tokenExchangeMachine),
      import('@/lib/lessons/token-exchange').then(({ tokenExchangeLesson }) => tokenExchangeLesson),
    ),
  client: 'photo-editor',
  options: [exchangePolicy, tokenFormat],
  preset: 'bcp',
  rfc: 'rfc8693-2.1',
  status: 'care',
  statusCite: 'rfc8693-5',
  group: 'on-top',
  holds: {
    user: ['password'],
    browser: ['authorization_code', 'password', 'session_cookie'],
    client: ['authorization_code', 'access_token', 'refresh_token', 'client_secret', 'code_verifier', 'session_cookie'],
    service: ['access_token', 'client_secret'],
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
