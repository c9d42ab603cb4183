/**
 * Everybody who can send or receive a message in a lab, in the order of the lanes on the diagram. `service` is another
 * server of the story: one that is called for a user and acts for her, or one whose word about her is taken.
 */
export const PARTIES = [
  'user',
  'browser',
  'client',
  'service',
  'authorization-server',
  'resource-server',
  'attacker',
] as const

export type Party = (typeof PARTIES)[number]

/** Front channel: through the browser, visible on the way. Back channel: straight from server to server. */
export type Channel = 'front' | 'back'
