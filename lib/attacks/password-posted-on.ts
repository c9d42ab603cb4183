import type { Attack, GrantSlug, Script, Variant } from './attack'
import { WITHOUT_CHALLENGE } from './authorize-url'
import { aliceApprovesQuiz, aliceOpensQuiz, quizCallback, quizPushes } from './mallorys-app'

/** Nobody will redeem the second code, so that any challenge will do, as long as it is a fresh one. */
const ANOTHER_CHALLENGE = 'another-day-another-challenge-'.padEnd(43, '0')

/** Alice approves the quiz once, and comes back another day, when she has to type her password but nothing else. */
function script(changes: Readonly<Record<string, string | null>>): Script {
  const freshLogin = { code_challenge: ANOTHER_CHALLENGE, ...changes, prompt: 'login' }
  return [
    quizPushes(changes),
    aliceOpensQuiz(changes),
    aliceApprovesQuiz,
    quizCallback,
    quizPushes(freshLogin, 'quiz-pushes-again'),
    {
      ...aliceOpensQuiz(freshLogin),
      step: 'alice-plays-again',
      phase: 'strike',
      words: {
        title: 'Alice plays once more',
        caption: 'Another day, another round. This time the quiz asks the auth server to have Alice type her password.',
      },
    },
    {
      ...aliceApprovesQuiz,
      step: 'password-asked-again',
      phase: 'strike',
      cites: ['rfc9700-4.12'],
      words: {
        title: 'Alice types her password',
        caption:
          'She types it at the honest auth server, and nowhere else. She need not be asked again what the quiz may do.',
      },
      reply: {
        title: 'The server sends her on',
        caption: 'The status of this redirect decides whether the browser sends the login form once more, to the quiz.',
      },
    },
    {
      ...quizCallback,
      step: 'password-posted-on',
      phase: 'damage',
      line: 'POST /callback',
      gains: 'password',
      cites: ['rfc9700-4.12', 'rfc9110-15.4.8'],
      words: {
        title: 'The browser follows the redirect',
        caption:
          'After a 307 the browser repeats the request, body and all. The body is the login form as Alice filled it in.',
      },
      reply: {
        title: 'Mallory has Alice’s password',
        caption: 'It came with the answer, from Alice’s own browser. No page looked wrong, and none was.',
      },
    },
  ]
}

const throughCode: Variant = { cases: [{ id: 'usual', title: 'The login form is posted on', script: script({}) }] }
const throughToken: Variant = {
  cases: [
    {
      id: 'usual',
      title: 'The login form is posted on',
      script: script({ ...WITHOUT_CHALLENGE, response_type: 'token' }),
    },
  ],
}

/** RFC 9700, section 4.12. */
export const passwordPostedOn: Attack = {
  id: 'A-21',
  slug: 'password-posted-on',
  tier: 1,
  title: 'The redirect posts the password on',
  summary:
    'Alice types her password at the honest auth server, whose redirect has her browser send the login form on to Mallory’s app.',
  attacker: 'Somebody who has registered an app of her own, which Alice uses.',
  defence: 'After a form with a password the server answers 303: the browser asks anew, and the body stays behind.',
  cites: ['rfc9700-4.12', 'rfc9110-15.4.4'],
  oracle: 'learns-credential',
  switches: { consent: 'remember', redirectStatus: 307, implicit: true },
  needs: ['browser-takes-part', 'user-signs-in'],
  on: {
    'authorization-code': throughCode,
    'authorization-code-browser': throughCode,
    implicit: throughToken,
    'openid-connect': throughCode,
  } satisfies Partial<Record<GrantSlug, Variant>>,
}
