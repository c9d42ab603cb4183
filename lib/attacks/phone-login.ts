import type { ScriptStep, StepWords } from './attack'
import { type AttackTools, EmptyHanded } from './tools'

/** The photo editor's login for phones: an app that has talked to the auth server itself brings what it got there. */

/** Mallory signs in where Alice's phone would. @param proof what she brings, by its name */
export function mallorySignsIn(
  proof: (tools: AttackTools) => Record<string, string> | Promise<Record<string, string>>,
  words: StepWords,
  more: Partial<Pick<ScriptStep, 'after' | 'cites'>> = {},
): ScriptStep {
  return {
    step: 'mallory-signs-in',
    phase: 'strike',
    from: 'attacker',
    to: 'client',
    channel: 'back',
    line: 'POST /login/token',
    move: {
      with: 'tool',
      async send(tools) {
        const body = JSON.stringify(await proof(tools))
        const headers: [string, string][] = [
          ['accept', 'application/json'],
          ['content-type', 'application/json'],
        ]
        return { method: 'POST', url: `${tools.origins.client}/login/token`, headers, body }
      },
    },
    expects: ['confirmation'],
    cites: ['rfc9700-4.6', 'oidc-core-16.11'],
    words,
    reply: {
      title: 'The app takes her for Alice',
      caption: 'Mallory has a session at the app, and the app believes that it is Alice’s.',
    },
    ...more,
  }
}

/** Mallory looks at the photos in the session she got there. */
export const malloryOpensPhotos: ScriptStep = {
  step: 'mallory-opens-photos',
  phase: 'damage',
  from: 'attacker',
  to: 'client',
  channel: 'front',
  line: 'GET /photos',
  move: {
    with: 'tool',
    send({ find, origins }) {
      const session = find('session_cookie', 'answer')
      if (session === null) throw new EmptyHanded('Mallory has no session at the app.')
      const headers: [string, string][] = [
        ['accept', 'text/html'],
        ['cookie', `client_session=${session}`],
      ]
      return { method: 'GET', url: `${origins.client}/photos`, headers, body: null }
    },
  },
  expects: ['confirmation'],
  cites: ['rfc9700-4.6', 'oidc-core-16.11'],
  words: {
    title: 'Mallory opens the photos',
    caption: 'Mallory looks at what the app has for the user of her session.',
  },
  reply: {
    title: 'The app shows her Alice’s photos',
    caption: 'To the app this is Alice, on another device. Whatever Alice may do there, Mallory may do now.',
  },
}
