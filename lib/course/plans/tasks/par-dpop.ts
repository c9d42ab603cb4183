import type { Task } from '../../lesson-plan'

export const parDpopTasks: readonly Task[] = [
  {
    id: 'break-proof',
    kind: 'break',
    title: 'Show the same proof twice',
    text: 'Make the photos API refuse a proof it has already seen. The check is dpop.unused.',
    hints: [
      'Every call with a bound token carries a fresh proof.',
      'Let the app fetch the photos, then look at that request and send it again.',
    ],
    check: 'dpop.unused',
    by: 'resource-server',
  },
  {
    id: 'fix-pushed-request-swap',
    kind: 'fix',
    title: 'Use a pushed request once',
    text: 'Mallory opens a pushed request that has been used before, and her code lands where Alice’s should. Stop her.',
    hints: ['The reference to a pushed request is good for how many visits?'],
    attack: 'pushed-request-swap',
    grant: 'authorization-code',
    preset: 'permissive',
  },
  {
    id: 'assemble',
    kind: 'assemble',
    title: 'Put the flow in order',
    text: 'The app pushes its request, and proves that its token is its own. Put all of it in order.',
    hints: [
      'The request goes to the auth server first; the browser carries only a reference.',
      'A server may ask for a fresh proof: the same message then goes twice.',
    ],
    distractors: false,
  },
]
