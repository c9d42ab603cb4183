import type { Task } from '../../lesson-plan'

export const tokenExchangeTasks: readonly Task[] = [
  {
    id: 'break-scope',
    kind: 'break',
    title: 'Exchange for more scope',
    text: 'Have the print shop ask for the right to change photos, too. Make the auth server refuse it by exchange-scope-within.',
    hints: [
      'The print shop exchanges Alice’s token with a POST /token of its own.',
      'Edit its scope: add photos.write.',
    ],
    check: 'exchange-scope-within',
    by: 'authorization-server',
  },
  {
    id: 'fix-exchange-escalation',
    kind: 'fix',
    title: 'Exchange for the right ones only',
    text: 'A service exchanges a token that was never meant for it. Stop it, and let the print shop go on working.',
    hints: [
      'The server should know who may exchange what, and for which API.',
      'A narrower scope would not help: the token is the wrong one.',
    ],
    attack: 'exchange-escalation',
    grant: 'token-exchange',
    preset: 'permissive',
  },
  {
    id: 'assemble',
    kind: 'assemble',
    title: 'Put the flow in order',
    text: 'Alice orders prints, and the print shop fetches her photos with a token of its own. Put the moves in order.',
    hints: [
      'The app needs a token before it can order anything.',
      'The print shop cannot exchange a token it was not given.',
      'Alice sees at the end whether her prints are ordered.',
    ],
    distractors: false,
  },
]
