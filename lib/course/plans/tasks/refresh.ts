import type { Task } from '../../lesson-plan'

export const refreshTasks: readonly Task[] = [
  {
    id: 'break-reuse',
    kind: 'break',
    title: 'Use a refresh token twice',
    text: 'Make the auth server notice that a refresh token comes a second time. The check is refresh-unused.',
    hints: [
      'Let the app refresh once, and look at that message again.',
      'Under the request there is Send again. Use it before anybody else has used the token.',
    ],
    check: 'refresh-unused',
    by: 'authorization-server',
  },
  {
    id: 'fix-stolen-refresh-token',
    kind: 'fix',
    title: 'Catch a stolen refresh token',
    text: 'Mallory copied the refresh token of an app that has no secret, and stays signed in for weeks. Make the theft show.',
    hints: [
      'When each refresh token works only once, a copy shows up sooner or later.',
      'And when it does, whoever holds its successor must lose it.',
    ],
    attack: 'stolen-refresh-token',
    grant: 'authorization-code-browser',
    preset: 'permissive',
  },
  {
    id: 'assemble',
    kind: 'assemble',
    title: 'From expiry to the theft that shows',
    text: 'The access token expires, the app renews it, and a thief comes with a copy. Put these five messages in order.',
    hints: [
      'It begins with a token that is too old.',
      'The thief comes after the app has used its refresh token.',
      'The last message is the app’s own: it finds itself locked out.',
    ],
    distractors: false,
    until: 'refresh-after-theft',
  },
]
