import type { Task } from '../../lesson-plan'

export const authorizationCodeTasks: readonly Task[] = [
  {
    id: 'break-pkce',
    kind: 'break',
    title: 'Fail the PKCE check',
    text: 'Play a thief who has the code and not its verifier. Make the auth server refuse the code by verifier-matches.',
    hints: [
      'The app shows the code and the code_verifier in one message. Which one?',
      'Stop at POST /token, press Edit, and change the code_verifier.',
      'It must still look like a verifier: 43 to 128 letters, digits, and - . _ ~. Change one letter.',
    ],
    check: 'verifier-matches',
    by: 'authorization-server',
  },
  {
    id: 'fix-code-injection',
    kind: 'fix',
    title: 'Stop an injected code',
    text: 'Mallory puts Alice’s code into her own session at the app, and sees Alice’s photos. Set the switches so that she cannot, while Alice still can.',
    hints: [
      'The app should be able to prove that it is the same one that asked.',
      'What the server demands, the app must also send.',
    ],
    attack: 'code-injection',
    grant: 'authorization-code',
    preset: 'permissive',
  },
  {
    id: 'assemble',
    kind: 'assemble',
    title: 'Put the flow in order',
    text: 'From the link in the app to Alice’s photos. Two of the moves are wrong: leave them out.',
    hints: [
      'The browser only goes where it was told to go.',
      'The code comes back through the browser. The tokens never do.',
      'A code is redeemed with POST: what stands in an address is kept in logs.',
    ],
    distractors: true,
  },
]
