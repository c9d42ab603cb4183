import type { Attack, Script, ScriptStep, Variant } from './attack'
import { WITHOUT_CHALLENGE } from './authorize-url'
import { CONNECTED } from './connected'
import {
  addressForHerApp,
  QUIZ_WELCOME,
  quizCallback,
  quizPushes,
  quizReadsFragment,
  quizRedeems,
} from './mallorys-app'
import { provesKey } from './own-key'
import { readsPhotos } from './stolen-token'

type Changes = Readonly<Record<string, string | null>>

/** The question whether the quiz may lies in an invisible frame; what Alice sees and clicks lies above it. */
function baited(changes: Changes): ScriptStep {
  return {
    step: 'alice-opens-bait',
    phase: 'trap',
    from: 'browser',
    to: 'attacker',
    channel: 'front',
    line: 'GET /puppies',
    move: 'visit-attacker',
    input: { path: '/puppies' },
    human: 'opens a link',
    async sets(tools) {
      const headers = [['content-type', 'text/html; charset=utf-8']] as const
      tools.publish('/callback', { status: 200, headers, body: QUIZ_WELCOME })
      const src = (await addressForHerApp(tools, changes)).replaceAll('&', '&amp;')
      tools.publish('/puppies', {
        status: 200,
        headers,
        body: `<!doctype html>
<html lang="en">
<head><title>Puppies</title><style>iframe { position: absolute; opacity: 0; z-index: 1 }</style></head>
<body data-page="app">
<h1>Which puppy is the cutest?</h1>
<button type="button">This one!</button>
<iframe src="${src}" title="Puppies"></iframe>
</body>
</html>`,
      })
    },
    expects: ['app-page'],
    cites: ['rfc6749-10.13', 'rfc9700-4.16'],
    words: {
      title: 'Alice opens a page with puppies',
      caption: 'Alice is still signed in at the auth server. The page has one button, and a frame that nobody can see.',
    },
    reply: {
      title: 'A button, and something above it',
      caption:
        'The invisible frame lies over the button. It is to show the auth server’s question whether the quiz may.',
    },
  }
}

const framedQuestion: ScriptStep = {
  step: 'framed-request',
  phase: 'strike',
  from: 'browser',
  to: 'authorization-server',
  channel: 'front',
  line: 'GET /authorize',
  move: 'frame-opens',
  expects: ['consent-page'],
  cites: ['rfc9700-4.16', 'rfc6749-10.13', 'rfc6819-4.4.1.9'],
  words: {
    title: 'The browser loads the frame',
    caption: 'The frame asks the auth server for access, in the name of Mallory’s quiz. Alice sees nothing of it.',
  },
  reply: {
    title: 'The question lies under the pointer',
    caption: 'The page may be framed, and the cookie came along: the server asks Alice, and Alice looks at a puppy.',
  },
}

const clicked: ScriptStep = {
  step: 'stolen-click',
  phase: 'strike',
  from: 'browser',
  to: 'authorization-server',
  channel: 'front',
  line: 'POST /consent',
  move: 'frame-click',
  input: { form: 'consent', button: 'decision=approve' },
  human: 'clicks on a puppy',
  expects: ['redirect-to-client'],
  cites: ['rfc6749-10.13', 'rfc9700-4.16'],
  words: {
    title: 'Alice clicks on a puppy',
    caption: 'What she hits is the button that approves. Her browser sends the real form, with the real cookie.',
  },
  reply: {
    title: 'Alice has approved the quiz',
    caption: 'For the server this was a decision like any other. Alice does not know that she made it.',
  },
}

const answered: ScriptStep = {
  ...quizCallback,
  phase: 'strike',
  move: 'frame-follows',
  reply: {
    title: 'Still nothing but puppies',
    caption: 'The answer came to Mallory’s site inside the invisible frame.',
  },
}

function against(connected: Script, changes: Changes, takes: Script): Variant {
  const script: Script = [
    ...connected,
    quizPushes(changes),
    baited(changes),
    framedQuestion,
    clicked,
    answered,
    ...takes,
    ...provesKey(readsPhotos()),
  ]
  return { cases: [{ id: 'usual', title: 'The question in a frame', script }] }
}

const asToken = { ...WITHOUT_CHALLENGE, response_type: 'token' }

/** RFC 9700, section 4.16. */
export const clickjacking: Attack = {
  id: 'A-22',
  slug: 'clickjacking',
  tier: 1,
  title: 'A click meant for something else',
  summary:
    'Mallory lays the question of the auth server, invisible, over a page of hers, so that Alice’s click approves.',
  attacker: 'Somebody with a web page that Alice visits, and an app registered at the auth server.',
  defence: 'The server’s pages forbid to be framed, and its cookies stay at home when another site asks.',
  cites: ['rfc9700-4.16', 'rfc6749-10.13', 'rfc6819-4.4.1.9'],
  oracle: 'reads-data',
  switches: { denyFraming: false, cookiesAcrossSites: true, implicit: true },
  needs: ['browser-takes-part', 'consent-asked', 'user-data-read'],
  on: {
    'authorization-code': against(CONNECTED['authorization-code'], {}, quizRedeems()),
    'authorization-code-browser': against(CONNECTED['authorization-code-browser'], {}, quizRedeems()),
    implicit: against(CONNECTED.implicit, asToken, [quizReadsFragment]),
    'openid-connect': against(CONNECTED['authorization-code'], {}, quizRedeems()),
  },
}
