import type { GrantSlug, HonestStep, Script } from './attack'

/** What honest parties have done before Mallory comes. */

/** The honest run of the photo editor up to where the code reaches its callback. */
export const editorUpToCode: readonly HonestStep[] = [
  { honest: 'open-app' },
  { honest: 'authorization-request', decides: 'alice' },
  { honest: 'callback' },
]

/** The same up to where the code has left the server and is on its way to the app. */
export const editorCodeOnItsWay: Script = [
  { honest: 'open-app' },
  { honest: 'authorization-request', decides: 'alice' },
]

/** The whole honest run of the photo editor. */
export const editorConnected: readonly HonestStep[] = [
  ...editorUpToCode,
  { honest: 'token-request' },
  { honest: 'resource-request' },
]

/** The honest run of a grant of RFC 6749, up to where the API has answered. */
export const CONNECTED = {
  'authorization-code': editorConnected,
  'authorization-code-browser': [{ honest: 'authorization-request', decides: 'alice' }, { honest: 'resource-request' }],
  implicit: [{ honest: 'authorization-request', decides: 'alice' }, { honest: 'resource-request' }],
  password: [{ honest: 'resource-request' }],
  'client-credentials': [{ honest: 'usage-request' }],
} as const satisfies Partial<Record<GrantSlug, Script>>
