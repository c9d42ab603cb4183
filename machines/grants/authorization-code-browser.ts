import { both, grant } from '../kit/entry'
import { browserStore, pkce, tokenFormat } from '../kit/options'

export const authorizationCodeBrowserGrant = grant({
  slug: 'authorization-code-browser',
  title: 'Authorization code in a browser app',
  summary:
    'An app that is nothing but a script in a page gets access to Alice’s photos, with PKCE instead of a secret.',
  load: () =>
    both(
      import('./authorization-code-browser.machine').then(
        ({ authorizationCodeBrowserMachine }) => authorizationCodeBrowserMachine,
      ),
      import('@/lib/lessons/authorization-code-browser').then(
        ({ authorizationCodeBrowserLesson }) => authorizationCodeBrowserLesson,
      ),
    ),
  client: 'photo-gallery',
  options: [browserStore, pkce, tokenFormat],
  preset: 'bcp',
  serverless: true,
  rfc: 'rfc10017-6.3',
  status: 'care',
  group: 'start',
  holds: {
    user: ['password'],
    browser: ['authorization_code', 'access_token', 'refresh_token', 'code_verifier', 'password', 'session_cookie'],
    client: ['authorization_code'],
    'authorization-server': [
      'authorization_code',
      'access_token',
      'refresh_token',
      'code_verifier',
      'password',
      'session_cookie',
    ],
    'resource-server': ['access_token'],
  },
})
