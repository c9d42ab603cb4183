import type { Task } from '../../lesson-plan'

export const openIdConnectTasks: readonly Task[] = [
  {
    id: 'break-nonce',
    kind: 'break',
    title: 'Answer another login',
    text: 'Make the app refuse an ID token because it answers another login request. The check is id-token.nonce.',
    hints: [
      'The app chose a nonce, and expects to read the same one in the ID token.',
      'The auth server writes what it was asked with. Edit GET /authorize.',
      'The refusal comes later: go on with Next until the app has fetched the keys.',
    ],
    check: 'id-token.nonce',
    by: 'client',
  },
  {
    id: 'fix-id-token-forgery',
    kind: 'fix',
    title: 'Refuse ID tokens of others',
    text: 'Mallory signs in as Alice with an ID token that was issued for another app. Make the app notice.',
    hints: ['An ID token says whom it is for.', 'The app has to read it before it believes it.'],
    attack: 'id-token-forgery',
    grant: 'openid-connect',
    preset: 'permissive',
  },
  {
    id: 'assemble',
    kind: 'assemble',
    title: 'Put the login in order',
    text: 'From the link in the app to the photos, with an ID token on the way. Put the moves in order.',
    hints: [
      'A signature cannot be verified before the keys are there.',
      'Nothing is believed of Alice before the ID token was.',
    ],
    distractors: false,
  },
]
