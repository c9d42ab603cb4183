import type { Attack, Script } from './attack'
import { authorizeUrl } from './authorize-url'

const script: Script = [
  // The app does its work, too: what does not work is not used for long.
  { honest: 'password-request' },
  {
    step: 'mallory-opens-login',
    phase: 'strike',
    from: 'attacker',
    to: 'authorization-server',
    channel: 'front',
    line: 'GET /authorize',
    move: {
      with: 'browser',
      async send({ app, browser, ...tools }) {
        const own = { ...tools, client: () => ({ ...app, scope: 'photos.read' }) }
        return browser.open(await authorizeUrl(own, app.client_id))
      },
    },
    expects: ['login-page'],
    cites: ['rfc9700-2.4'],
    words: {
      title: 'Mallory opens the login page',
      caption:
        'The app is Mallory’s own, or she got into it. Now she goes to the auth server itself, in her own browser.',
    },
    reply: {
      title: 'The server asks who she is',
      caption: 'A login page proves nothing but a password. Mallory has one.',
    },
  },
  {
    step: 'mallory-signs-in-as-alice',
    phase: 'damage',
    from: 'attacker',
    to: 'authorization-server',
    channel: 'front',
    line: 'POST /login',
    move: {
      with: 'browser',
      async send({ browser, leak, need }) {
        await leak('application-traffic')
        const password = need('password', 'Nobody has typed a password into the application.', 'leak')
        return browser.submit('login', { username: 'alice', password })
      },
    },
    expects: ['redirect-to-server', 'redirect-to-client', 'consent-page'],
    cites: ['rfc9700-2.4', 'rfc6819-4.4.3.1'],
    words: {
      title: 'Mallory signs in as Alice',
      caption: 'What Alice typed into the app is all it takes. No scope limits what a password opens.',
    },
    reply: {
      title: 'Mallory is Alice now',
      caption:
        'The server believes her: settings, other apps, everything of Alice’s lies open, until Alice changes her password.',
    },
  },
]

/** RFC 9700, section 2.4. */
export const passwordCaptured: Attack = {
  id: 'A-29',
  slug: 'password-captured',
  tier: 1,
  title: 'The app keeps the password',
  summary:
    'The application to which Alice tells her password keeps it, and its owner signs in as Alice wherever she likes.',
  attacker: 'Whoever wrote the application, runs its server or breaks into it.',
  defence: 'The grant is not offered: passwords are typed at the auth server and nowhere else.',
  cites: ['rfc9700-2.4', 'rfc6819-4.4.3.1'],
  oracle: 'learns-credential',
  switches: { passwordGrant: true },
  needs: ['password-at-client'],
  on: { password: { cases: [{ id: 'usual', title: 'The app writes it down', script }] } },
}
