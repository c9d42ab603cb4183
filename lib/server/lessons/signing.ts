import 'server-only'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Signer } from '@/lib/course/completion/code'
import type { Graded } from '@/lib/course/completion/receipt'
import type { Config } from '../config'

/** What this server signs: completion codes, and receipts for what it has graded. */
export interface Signing {
  codes: Signer
  receipt(graded: Graded, now: number): string
  /** What a receipt says; null when this server did not sign it, or it is too old. */
  readReceipt(receipt: string, now: number): Graded | null
}

/** A lesson is done within so many milliseconds of its tasks. */
const RECEIPT_LIFETIME = 60 * 24 * 3600 * 1000

export function signingWith(key: string | Uint8Array): Signing {
  // Each use has a key of its own: a receipt can never pass for a code.
  const mac = (use: string) => {
    const own = createHmac('sha256', key).update(`grant-lab ${use}`).digest()
    return (bytes: string | Uint8Array) => createHmac('sha256', own).update(bytes).digest()
  }
  const receipts = mac('receipt')
  return {
    codes: { keyId: mac('key id')('').subarray(0, 2), sign: mac('completion code') },
    receipt(graded, now) {
      const body = Buffer.from(JSON.stringify({ graded, until: now + RECEIPT_LIFETIME })).toString('base64url')
      return `${body}.${receipts(body).toString('base64url')}`
    },
    readReceipt(receipt, now) {
      const [body = '', signature = ''] = receipt.split('.')
      const right = receipts(body)
      const given = Buffer.from(signature, 'base64url')
      if (given.length !== right.length || !timingSafeEqual(given, right)) return null
      const { graded, until } = JSON.parse(Buffer.from(body, 'base64url').toString()) as {
        graded: Graded
        until: number
      }
      return now <= until ? graded : null
    },
  }
}

/** The operator's key, or the one in the data directory; the first process that needs it makes it. */
export function completionKey({
  completionKey: given,
  dataDirectory,
}: Pick<Config, 'completionKey' | 'dataDirectory'>): string {
  if (given !== null) return given
  mkdirSync(dataDirectory, { recursive: true })
  const file = join(dataDirectory, 'completion.key')
  if (!existsSync(file)) makeKey(file)
  return readFileSync(file, 'utf8')
}

/** The file appears with the whole key in it, and only if no other process was quicker. */
function makeKey(file: string): void {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(draft)
  }
}
