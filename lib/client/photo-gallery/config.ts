import type { ClientEnvironment } from '../environment'
import { registrationOf } from '../server'
import { APPLICATION } from './application'
import { PAGE_ISSUER, PAGE_STATE } from './checks'
import type { AppConfig } from './script/types'

/** What the page is told, readable by anybody: it could keep no secret. */
export function configOf(env: ClientEnvironment): AppConfig {
  const { policy, origins, checksOff } = env
  const { clientId, redirectUri, scope } = registrationOf(env, APPLICATION)
  return {
    lab: env.lab.slice(0, 6),
    issuer: origins.issuer,
    resource: origins.resource,
    clientId,
    home: `${origins.client}/spa/`,
    redirectUri,
    scope,
    grant: policy.browserGrant === 'token' ? 'token' : 'code',
    pkce: policy.usePkce,
    challengeMethod: policy.challengeMethod === 'plain' ? 'plain' : 'S256',
    sendState: policy.checkState,
    checkState: policy.checkState && !checksOff.has(PAGE_STATE),
    checkIssuer: policy.checkIssuer && !checksOff.has(PAGE_ISSUER),
    cleanAddress: policy.leaveCallback,
    store: storeOf(policy.browserStorage),
  }
}

function storeOf(name: string): AppConfig['store'] {
  return name === 'memory' || name === 'localStorage' ? name : 'sessionStorage'
}
