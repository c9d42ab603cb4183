import type { ClientEnvironment } from '../environment'
import { type Html, html } from './html'

type Env = Pick<ClientEnvironment, 'origins' | 'policy'>

/** A picture that another site serves, on every page of an application that lives from it; null on all others. */
export function advertisement({ origins, policy }: Env): Html | null {
  if (!policy.advertising) return null
  const picture = `${origins.attacker}/advertisement.svg`
  return html`<aside><p class="quiet">Advertisement</p><img src="${picture}" alt="A holiday quiz" width="300" height="80"></aside>`
}

/** What the content security policy has to allow for it. */
export function advertisementSource({ origins, policy }: Env): string {
  return policy.advertising ? `img-src ${new URL(origins.attacker).origin}; ` : ''
}
