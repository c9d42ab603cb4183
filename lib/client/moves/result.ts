import type { ClientEnvironment } from '../environment'
import type { ClientSession } from '../tables'

/** Keeps what the API answered last, whatever it was. */
export async function keepResult(
  env: ClientEnvironment,
  session: ClientSession,
  status: number,
  body: string,
): Promise<void> {
  const columns = { status, body, issued_at: env.now(), expires_at: session.expires_at }
  if (await env.store.get('results', session.key)) await env.store.update('results', session.key, columns)
  else await env.store.insert('results', { key: session.key, ...columns })
}
