import type { Task } from '../../lesson-plan'

export const deviceTasks: readonly Task[] = [
  {
    id: 'break-user-code',
    kind: 'break',
    title: 'Type a code no device shows',
    text: 'Make the auth server say that it does not know the code Alice typed. The check is user-code-known.',
    hints: [
      'Alice types the code on her phone: type another one for her.',
      'Or edit POST /device before it is sent. It still has to look like a code, such as BCDF-GHJK.',
    ],
    check: 'user-code-known',
    by: 'authorization-server',
  },
  {
    id: 'fix-device-phishing',
    kind: 'fix',
    title: 'Have people look at the code',
    text: 'Mallory sends Alice a link that has the code of Mallory’s own device in it. Make sure that Alice notices.',
    hints: ['A link that brings its code along leaves nothing to compare.'],
    attack: 'device-phishing',
    grant: 'device',
    preset: 'permissive',
  },
  {
    id: 'assemble',
    kind: 'assemble',
    title: 'Put the flow in order',
    text: 'A television gets tokens while Alice decides on her phone. Put the moves in order; where two orders work, either will do.',
    hints: [
      'Alice can type only a code that the television already shows.',
      'The television asks, is told to wait, and asks once more.',
    ],
    distractors: false,
  },
]
