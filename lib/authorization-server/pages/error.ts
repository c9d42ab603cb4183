import { citation } from '@/lib/oauth/citations'
import type { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerEnvironment } from '../environment'
import { html } from './html'
import { page } from './page'

/** Tells the person what went wrong, where redirecting would be wrong or impossible (RFC 6749, section 4.1.2.1). */
export function errorPage(error: OAuthError, env: Pick<AuthorizationServerEnvironment, 'policy'>): Response {
  const clauses = error.cites.map((id) => {
    const { label, title, url } = citation(id)
    return html`<li><a href="${url}" rel="noreferrer">${label}</a> ${title}</li>`
  })
  return page(
    {
      name: 'error',
      title: 'This request was refused',
      status: error.status,
      headers: Object.entries(error.headers),
      content: html`<h1>${error.status >= 500 ? 'Something broke here' : 'This request was refused'}</h1>
<p class="problem" role="alert">${error.description}</p>
<p>This request shared nothing. You can close this page, or go back to the app you came from.</p>
<p class="quiet">For its developer: <code>${error.code}</code></p>
<ul class="quiet">${clauses}</ul>`,
    },
    env,
  )
}
