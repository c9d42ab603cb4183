/** SHOULD rows that no test proves yet, and why. The list only gets shorter. */
export const WITHOUT_EVIDENCE: readonly { id: string; why: string }[] = [
  {
    id: 'RT-11',
    why: 'Signing out ends the session at the server; which grants it should end is a policy still to be designed.',
  },
]
