/** The phases of every grant, in order, with the goal each serves. Grants are aligned by phase when compared. */
export const PHASES = {
  register: 'Get to know each other',
  ask: 'Ask for access',
  decide: 'Let the user decide',
  return: 'Bring the answer back',
  redeem: 'Trade the code for tokens',
  password: 'Trade the password for tokens',
  use: 'Use the access',
  exchange: 'Trade it for a token of its own',
  renew: 'Renew without the user',
  revoke: 'End the access',
  // What attacks add
  trap: 'Set the trap',
  leak: 'Something leaks',
  strike: 'Use what leaked',
  damage: 'See the damage',
} as const

export type Phase = keyof typeof PHASES
