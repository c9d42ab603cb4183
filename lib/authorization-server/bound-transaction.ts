import type { Checklist } from '@/lib/oauth/check'
import { transactionInItsBrowser } from './checks/transaction-in-its-browser'
import { noTransaction, transactionOpen } from './checks/transaction-open'
import type { AuthorizationServerEnvironment } from './environment'
import type { AuthorizationServerPolicy } from './policy'
import type { Client, Transaction } from './tables'
import { browserHash, findTransaction } from './transactions'

/** What makes a form's transaction this browser's. */
export const TRANSACTION_CHECKS = [transactionOpen, transactionInItsBrowser]

/** The transaction a form names and its client. Throws an `OAuthError` for the user when it is not this browser's. */
export async function boundTransaction(
  id: string | null,
  headers: Headers,
  checks: Checklist<AuthorizationServerPolicy>,
  env: AuthorizationServerEnvironment,
): Promise<{ id: string; transaction: Transaction; client: Client }> {
  const transaction = await findTransaction(id, env)
  await checks.apply(transactionOpen, transaction)
  const client = transaction && (await env.store.get('clients', transaction.client_id))
  if (id === null || !transaction || !client) throw noTransaction()
  await checks.apply(transactionInItsBrowser, { bound: transaction.browser_hash, sent: await browserHash(headers) })
  return { id, transaction, client }
}
