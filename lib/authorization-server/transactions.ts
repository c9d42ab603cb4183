import { cookie, readCookie } from './cookies'
import type { AuthorizationServerEnvironment } from './environment'
import type { AuthorizationRequest } from './response-types/response-type'
import { newSecret, secretKey, sha256 } from './secret-key'
import type { Session, Transaction } from './tables'

/** Names the browser, so that a form can be tied to it. */
export const BROWSER_COOKIE = 'as_browser'
const TRANSACTION_LIFETIME = 10 * 60 * 1000

export interface OpenTransaction {
  /** What the forms carry; only its hash is kept. */
  id: string
  transaction: Transaction
  setCookies: [name: string, value: string][]
}

/**
 * Keeps an authorization request while the user signs in and decides, tied to this browser by a cookie: a form that
 * another site or another browser sends is not hers (RFC 6749, section 10.12).
 *
 * @param session whose user decides; null when she has to sign in first
 */
export async function openTransaction(
  request: AuthorizationRequest & Partial<Pick<Transaction, 'device_code' | 'user_code'>>,
  session: Session | null,
  headers: Headers,
  env: AuthorizationServerEnvironment,
): Promise<OpenTransaction> {
  const known = readCookie(headers, BROWSER_COOKIE)
  const browser = known ?? newSecret(env)
  const id = newSecret(env)
  const now = env.now()
  const transaction: Transaction = {
    key: await secretKey(env, id),
    device_code: null,
    user_code: null,
    ...request,
    browser_hash: await sha256(browser),
    user_id: session?.user_id ?? null,
    auth_time: session?.auth_time ?? null,
    issued_at: now,
    expires_at: now + TRANSACTION_LIFETIME,
    used_at: null,
  }
  await env.store.insert('transactions', transaction)
  return { id, transaction, setCookies: known ? [] : [cookie(env, BROWSER_COOKIE, browser)] }
}

/** The transaction a form names, or null when there is none, or no longer. */
export async function findTransaction(
  id: string | null,
  env: AuthorizationServerEnvironment,
): Promise<Transaction | null> {
  const transaction = id === null ? null : await env.store.get('transactions', await secretKey(env, id))
  return transaction && transaction.expires_at > env.now() ? transaction : null
}

/** Hash of the cookie that names this browser; null when it brings none. */
export async function browserHash(headers: Headers): Promise<string | null> {
  const browser = readCookie(headers, BROWSER_COOKIE)
  return browser ? sha256(browser) : null
}
