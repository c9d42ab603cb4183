/** Everybody who can send or receive a message in a lab, in the order of the lanes on the diagram. */
export const PARTIES = ['user', 'browser', 'client', 'authorization-server', 'resource-server', 'attacker'] as const

export type Party = (typeof PARTIES)[number]

/** Front channel: through the browser, visible on the way. Back channel: straight from server to server. */
export type Channel = 'front' | 'back'
