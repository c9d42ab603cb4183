import type { ClientEnvironment } from '../environment'
import { runMove } from '../halves'
import { html } from '../pages/html'
import { page, seeOther } from '../pages/page'
import { findSession } from '../sessions'
import { APPLICATION } from './application'
import { errorPage, waitingPage } from './pages'

/** `GET /prints`: the prints of the user's photos, ordered at the print shop with a token made for it. */
export async function prints(request: Request, env: ClientEnvironment): Promise<Response> {
  const session = await findSession(request, env)
  if (!session) return seeOther(`${env.origins.client}/`)
  const tokens = await env.store.get('tokens', session.key)
  const ordered = await env.store.get('results', session.key)
  if (tokens && !ordered && !env.stepped) {
    await runMove(env, 'order-request', { application: APPLICATION, session: session.key })
  }
  const result = await env.store.get('results', session.key)
  if (!result) return waitingPage('Photo Editor is about to order your prints.', env)
  if (result.status >= 400) {
    const sentence = 'The print shop did not take the order. Nothing was sent to it.'
    return errorPage({ title: 'Your prints could not be ordered', sentence, status: 502 }, env)
  }
  return page(
    {
      name: 'prints',
      title: 'Your prints are ordered',
      content: html`<h1>Your prints are ordered</h1>
<p class="lead">The print shop took the order and fetches your photos from the drive itself, with an access of its own that can only read.</p>
<p class="quiet">Photo Editor gave it no password, and no token for your drive.</p>`,
    },
    env,
  )
}
