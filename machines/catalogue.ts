import { authorizationCodeGrant } from './grants/authorization-code'
import { authorizationCodeBrowserGrant } from './grants/authorization-code-browser'
import { clientCredentialsGrant } from './grants/client-credentials'
import { deviceGrant } from './grants/device'
import { implicitGrant } from './grants/implicit'
import { jwtBearerGrant } from './grants/jwt-bearer'
import { openidConnectGrant } from './grants/openid-connect'
import { parDpopGrant } from './grants/par-dpop'
import { passwordGrant } from './grants/password'
import { refreshGrant } from './grants/refresh'
import { tokenExchangeGrant } from './grants/token-exchange'
import type { GrantEntry } from './kit/entry'

/** Every flow, in the order in which it is offered. */
export const CATALOGUE: readonly GrantEntry[] = [
  authorizationCodeGrant,
  authorizationCodeBrowserGrant,
  implicitGrant,
  refreshGrant,
  passwordGrant,
  openidConnectGrant,
  clientCredentialsGrant,
  tokenExchangeGrant,
  jwtBearerGrant,
  deviceGrant,
  parDpopGrant,
]

export function findGrant(slug: string): GrantEntry | null {
  return CATALOGUE.find((entry) => entry.slug === slug) ?? null
}
