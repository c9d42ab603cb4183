import type { Task } from '../../lesson-plan'

export const jwtBearerTasks: readonly Task[] = [
  {
    id: 'break-signature',
    kind: 'break',
    title: 'Change what was signed',
    text: 'Change the assertion after the HR directory signed it. Make the auth server refuse it by user-assertion-signature.',
    hints: [
      'The print shop presents the assertion in POST /token.',
      'An assertion has three parts, with dots between. The last one is the signature.',
      'Change one letter in the middle of the last part.',
    ],
    check: 'user-assertion-signature',
    by: 'authorization-server',
  },
  {
    id: 'fix-vouching-abuse',
    kind: 'fix',
    title: 'Believe a word only once',
    text: 'Somebody presents an assertion that was never meant to be used like this, and gets a token. Make the auth server look closer.',
    hints: ['Who signed it is not all there is to check.'],
    attack: 'vouching-abuse',
    grant: 'jwt-bearer',
    preset: 'permissive',
  },
  {
    id: 'assemble',
    kind: 'assemble',
    title: 'Put the flow in order',
    text: 'The print shop is vouched for, and gets a token without anybody signing in. Two of the moves are wrong: leave them out.',
    hints: ['Somebody has to give their word first.', 'The word is traded for a token, and the token for photos.'],
    distractors: true,
  },
]
