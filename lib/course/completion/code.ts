import { decodeBase64Url, decodeUtf8, encodeBase64Url, encodeUtf8 } from '@/lib/oauth/base64url'
import type { Checked, Completion } from './completion'

/**
 * A completion code: `GL1.` and base64url of length (2 bytes), key id (2), JSON, signature (16). The length tells where
 * a pasted code ends and whether it is whole.
 */

export const BEGINNING = 'GL1.'
/** Letters. */
export const CODE_LIMIT = 300
const KEY_ID = 2
const SIGNATURE = 16
const HEAD = 2 + KEY_ID
/** Bytes of the JSON that fit. */
const TEXT_LIMIT = Math.floor(((CODE_LIMIT - BEGINNING.length) * 3) / 4) - HEAD - SIGNATURE

/** What signs: an HMAC under a key that the server alone has. */
export interface Signer {
  /** 2 bytes that tell one key from another. */
  keyId: Uint8Array
  /** At least 16 bytes; the first 16 are used. */
  sign(bytes: Uint8Array): Uint8Array
}

export function writeCode(completion: Completion, { keyId, sign }: Signer): string {
  const text = fitting(completion)
  const length = HEAD + text.length + SIGNATURE
  const signed = Uint8Array.from([length >> 8, length & 255, ...keyId.slice(0, KEY_ID), ...text])
  return BEGINNING + encodeBase64Url(Uint8Array.from([...signed, ...sign(signed).slice(0, SIGNATURE)]))
}

/** @param code as `splitCodes` gives it */
export function readCode(code: string, { keyId, sign }: Signer): Checked {
  const bytes = code.startsWith(BEGINNING) ? bytesOf(code.slice(BEGINNING.length)) : null
  if (!bytes || bytes.length < 2) return { code, fault: 'no-code' }
  const length = lengthIn(bytes)
  if (length <= HEAD + SIGNATURE || length > HEAD + TEXT_LIMIT + SIGNATURE) return { code, fault: 'changed' }
  if (bytes.length < length) return { code, fault: 'cut-off' }
  if (!same(bytes.slice(2, HEAD), keyId.slice(0, KEY_ID))) return { code, fault: 'other-server' }
  const signed = bytes.slice(0, length - SIGNATURE)
  if (!same(bytes.slice(length - SIGNATURE, length), sign(signed).slice(0, SIGNATURE)))
    return { code, fault: 'changed' }
  return { code, completion: unpacked(decodeUtf8(signed.slice(HEAD))) }
}

/** The codes in what somebody pasted: in mails, lists and tables, with whatever stands around and line breaks within. */
export function splitCodes(pasted: string): string[] {
  const [, ...pieces] = pasted.split(/GL1\s*\./)
  return pieces.map((piece) => {
    const letters = /^[A-Za-z0-9_-]*/.exec(piece.replace(/=\r?\n|[\s>\u200B-\u200D\u00AD\uFEFF]/g, ''))?.[0] ?? ''
    const head = bytesOf(letters.slice(0, 4))
    const length = head && head.length >= 2 ? lengthIn(head) : 0
    return BEGINNING + letters.slice(0, Math.ceil((length * 4) / 3) || CODE_LIMIT)
  })
}

const lengthIn = ([high = 0, low = 0]: Uint8Array): number => high * 256 + low

/** The bytes of as many letters as make some; null when these are not its letters. */
function bytesOf(letters: string): Uint8Array | null {
  try {
    return decodeBase64Url(letters.length % 4 === 1 ? letters.slice(0, -1) : letters)
  } catch {
    return null
  }
}

/** Compares in a time that does not depend on where the first difference is. */
function same(one: Uint8Array, other: Uint8Array): boolean {
  return (
    one.length === other.length && one.reduce((different, byte, at) => different | (byte ^ (other[at] ?? 0)), 0) === 0
  )
}

/** The title is what can be cut without losing anything: the digest names the lesson. */
function fitting(completion: Completion): Uint8Array {
  const whole = [...completion.title]
  for (let kept = whole.length; ; kept--) {
    const title = kept === whole.length ? completion.title : `${whole.slice(0, kept).join('')}…`
    const text = encodeUtf8(packed({ ...completion, title }))
    if (text.length <= TEXT_LIMIT) return text
    if (kept === 0) throw new RangeError('The name and the class are too long for a code.')
  }
}

type Packed = [string, string, string, string, number, number, number, number, number, number, number]

function packed({ name, lesson, title, label, at, predictions, tasks }: Completion): string {
  const { right, asked, graded } = predictions
  const row: Packed = [lesson, name, label, title, at, right, asked, graded ? 1 : 0, tasks.done, tasks.of, tasks.graded]
  return JSON.stringify(row)
}

function unpacked(text: string): Completion {
  const [lesson, name, label, title, at, right, asked, graded, done, of, tasksGraded] = JSON.parse(text) as Packed
  return {
    ...{ name, lesson, title, label, at },
    predictions: { right, asked, graded: graded === 1 },
    tasks: { done, of, graded: tasksGraded },
  }
}
