/** SHOULD rows that no test proves yet, and why. The list only gets shorter. */
export const WITHOUT_EVIDENCE: readonly { id: string; why: string }[] = [
  {
    id: 'AUT-33',
    why: 'Redirects end without a fragment of their own; the switch that appends one comes with the implicit grant, whose tokens it protects.',
  },
  {
    id: 'RT-11',
    why: 'Signing out ends the session at the server; which grants it should end is a policy still to be designed.',
  },
]
