import type { Task } from '../../lesson-plan'

export const passwordTasks: readonly Task[] = [
  {
    id: 'break-password',
    kind: 'break',
    title: 'Send the wrong password on',
    text: 'Alice typed the right password, and yet the auth server refuses it. Make that happen: the check is owner-password-correct.',
    hints: [
      'The app passes on what it was given. Which message carries it to the auth server?',
      'Edit the password in POST /token before it is sent.',
    ],
    check: 'owner-password-correct',
    by: 'authorization-server',
  },
  {
    id: 'fix-scope-upgrade',
    kind: 'fix',
    title: 'Give no more than was registered',
    text: 'An app asks for more than it was registered for, and gets it. Stop that, and let Alice’s desktop app work on.',
    hints: [
      'Forbidding the grant would stop the attack, and the app with it.',
      'The server knows what each app may ask for. It has to look.',
    ],
    attack: 'scope-upgrade',
    grant: 'password',
    preset: 'permissive',
  },
  {
    id: 'assemble',
    kind: 'assemble',
    title: 'Put the flow in order',
    text: 'Alice types her password into the app, and the app does the rest. Two of the moves are wrong: leave them out.',
    hints: ['The app can pass on only what it has been given.', 'A form in an address ends up in a log.'],
    distractors: true,
  },
]
