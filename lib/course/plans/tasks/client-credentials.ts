import type { Task } from '../../lesson-plan'

export const clientCredentialsTasks: readonly Task[] = [
  {
    id: 'break-scope',
    kind: 'break',
    title: 'Ask for more than allowed',
    text: 'Have the backup job ask for photos, too. Make the auth server refuse it by requested-scope-allowed.',
    hints: ['What a client asks for is its scope.', 'Edit POST /token: make the scope photos.read.'],
    check: 'requested-scope-allowed',
    by: 'authorization-server',
  },
  {
    id: 'fix-client-named-alice',
    kind: 'fix',
    title: 'Tell apps from people',
    text: 'Mallory registers an app that is called alice, and the photos API takes it for Alice. Stop that, with as few switches as you can.',
    hints: [
      'Either nobody may choose such a name, or the API must not confuse the two.',
      'One of these switches is enough.',
    ],
    attack: 'client-named-alice',
    grant: 'client-credentials',
    preset: 'permissive',
  },
  {
    id: 'assemble',
    kind: 'assemble',
    title: 'Put the flow in order',
    text: 'A service acts in its own name, with no user about. Two of the moves are wrong: leave them out.',
    hints: ['First the token, then what it is for.', 'A token opens only what it was issued for.'],
    distractors: true,
  },
]
