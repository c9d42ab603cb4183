import type { Task } from '../../lesson-plan'

export const authorizationCodeBrowserTasks: readonly Task[] = [
  {
    id: 'break-state',
    kind: 'break',
    title: 'Bring an answer nobody asked for',
    text: 'Make the page refuse the answer because it belongs to another request. The check is page.state, made in the browser.',
    hints: [
      'The answer comes back as an address: GET /spa/callback.',
      'Edit that message before it is sent. One of its parameters ties it to the request.',
    ],
    check: 'page.state',
    by: 'browser',
  },
  {
    id: 'fix-loose-redirect',
    kind: 'fix',
    title: 'Send codes home only',
    text: 'Mallory has the auth server send Alice’s code to an address of hers. Close that door, with as few switches as you can.',
    hints: [
      'Who decides where the browser is sent with the code?',
      'An address that merely begins like the registered one may be somebody else’s.',
    ],
    attack: 'loose-redirect-code',
    grant: 'authorization-code-browser',
    preset: 'permissive',
  },
  {
    id: 'assemble',
    kind: 'assemble',
    title: 'Put the flow in order',
    text: 'Here the app is a page with a script. Put its moves in order, up to the photos.',
    hints: [
      'A page cannot do anything before its script is there.',
      'Before the browser calls another origin with a token, it asks whether it may.',
    ],
    distractors: false,
  },
]
