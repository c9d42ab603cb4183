import { encodeForm } from '@/lib/oauth/form'
import type { HttpRequest } from '@/lib/oauth/http'
import type { HonestStep, ScriptStep } from './attack'
import type { AttackTools, Whence } from './tools'

/** Pieces that many scripts share. */

const FORM: [string, string] = ['content-type', 'application/x-www-form-urlencoded']
const JSON_WANTED: [string, string] = ['accept', 'application/json']

/** A POST of a form, as a program sends it. */
export function postForm(
  url: string,
  parameters: Record<string, string>,
  headers: readonly [string, string][] = [],
): HttpRequest {
  return { method: 'POST', url, headers: [JSON_WANTED, FORM, ...headers], body: encodeForm(Object.entries(parameters)) }
}

/** A GET of the API with a token, as a program sends it (RFC 6750, section 2.1). */
export function getWithToken(url: string, token: string): HttpRequest {
  return { method: 'GET', url, headers: [JSON_WANTED, ['authorization', `Bearer ${token}`]], body: null }
}

/** `Authorization: Basic` of a client (RFC 6749, section 2.3.1). */
export function basic({ client_id, client_secret }: { client_id: string; client_secret: string }): [string, string] {
  return ['authorization', `Basic ${btoa(`${encodeURIComponent(client_id)}:${encodeURIComponent(client_secret)}`)}`]
}

/** The honest run of the photo editor up to where the code reaches its callback. */
export const editorUpToCode: readonly HonestStep[] = [
  { honest: 'open-app' },
  { honest: 'authorization-request', decides: 'alice' },
  { honest: 'callback' },
]

/** The whole honest run of the photo editor. */
export const editorConnected: readonly HonestStep[] = [
  ...editorUpToCode,
  { honest: 'token-request' },
  { honest: 'resource-request' },
]

/** Mallory presents a token that reached her to the photo API. */
export function readsPhotos(where?: Whence): ScriptStep {
  return {
    step: 'stolen-token-request',
    phase: 'damage',
    from: 'attacker',
    to: 'resource-server',
    channel: 'back',
    line: 'GET /photos',
    move: {
      with: 'tool',
      send: ({ need, origins }: AttackTools) =>
        getWithToken(`${origins.resource}/photos`, need('access_token', 'No access token has reached Mallory.', where)),
    },
    expects: ['resource'],
    cites: ['rfc6750-2.1', 'rfc9700-2.2.1'],
    words: {
      title: 'Mallory asks for the photos',
      caption: 'Mallory presents the token to the photo API. A bearer token opens the door for whoever holds it.',
    },
    reply: {
      title: "Mallory has Alice's photos",
      caption: 'The API has no way to tell Mallory from the app: the token is good, so the photos go out.',
    },
  }
}
