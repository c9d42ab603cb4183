import type { Attack, AttackCase, GrantSlug, Setup, Variant } from './attack'
import { browserHistory } from './browser-history'
import { clickjacking } from './clickjacking'
import { clientAssertionForgery } from './client-assertion-forgery'
import { clientImpersonation } from './client-impersonation'
import { clientNamedAlice } from './client-named-alice'
import { clientRedirector } from './client-redirector'
import { codeInjection } from './code-injection'
import { codeInterception } from './code-interception'
import { codeOfAnotherClient } from './code-of-another-client'
import { codeRace } from './code-race'
import { codeReplay, codeReplayToRevoke } from './code-replay'
import { devicePhishing } from './device-phishing'
import { exchangeByAnotherActor, exchangeEscalation, exchangeForMoreScope } from './exchange-escalation'
import { forcedLinking } from './forced-linking'
import { forgedToken } from './forged-token'
import { idTokenForgery } from './id-token-forgery'
import { loginCsrf } from './login-csrf'
import { looseRedirectCode, looseRedirectToken } from './loose-redirect'
import { mixUp } from './mix-up'
import { openRedirector } from './open-redirector'
import { passwordCaptured } from './password-captured'
import { passwordPostedOn } from './password-posted-on'
import { pkceBypass } from './pkce-bypass'
import { pkceDowngrade } from './pkce-downgrade'
import { proofMisused } from './proof-misused'
import { pushedRequestSwap } from './pushed-request-swap'
import { redirectConfusion } from './redirect-confusion'
import { refererLeak } from './referer-leak'
import { refreshTokenOfAnotherClient } from './refresh-token-of-another-client'
import { registrationSsrf } from './registration-ssrf'
import { revokedTokenUsed } from './revoked-token-used'
import { scopeUnchecked } from './scope-unchecked'
import { scopeUpgrade } from './scope-upgrade'
import { freshTokenByScript, scriptRidesAlong, tokenStolenByScript } from './script-in-page'
import { sessionForgery } from './session-forgery'
import { stolenRefreshToken } from './stolen-refresh-token'
import { storeDump } from './store-dump'
import { tokenAsLogin } from './token-as-login'
import { tokenForAnotherApi } from './token-for-another-api'
import { tokenInAddress } from './token-in-address'
import { tokenInLog } from './token-in-log'
import { vouchingAbuse } from './vouching-abuse'

/** Every attack, in the order of the catalogue. */
export const ATTACKS: readonly Attack[] = [
  looseRedirectCode,
  looseRedirectToken,
  clientRedirector,
  redirectConfusion,
  refererLeak,
  browserHistory,
  codeInterception,
  codeReplay,
  codeReplayToRevoke,
  codeRace,
  codeOfAnotherClient,
  codeInjection,
  pkceDowngrade,
  pkceBypass,
  loginCsrf,
  tokenAsLogin,
  mixUp,
  idTokenForgery,
  passwordPostedOn,
  clickjacking,
  openRedirector,
  clientImpersonation,
  forcedLinking,
  passwordCaptured,
  stolenRefreshToken,
  refreshTokenOfAnotherClient,
  scopeUpgrade,
  clientAssertionForgery,
  vouchingAbuse,
  exchangeEscalation,
  exchangeForMoreScope,
  exchangeByAnotherActor,
  registrationSsrf,
  pushedRequestSwap,
  devicePhishing,
  clientNamedAlice,
  tokenInLog,
  tokenForAnotherApi,
  proofMisused,
  scopeUnchecked,
  forgedToken,
  storeDump,
  tokenInAddress,
  tokenStolenByScript,
  freshTokenByScript,
  scriptRidesAlong,
  sessionForgery,
  revokedTokenUsed,
]

/** One run of an attack: which, against what, and in which way. */
export interface AttackRef {
  /** The attack's slug. */
  attack: string
  grant: string
  /** Left out, the first. */
  case?: string | undefined
}

/** A reference resolved. */
export interface AttackPlan {
  attack: Attack
  grant: GrantSlug
  variant: Variant
  case: AttackCase
  setup: Setup
}

export function findAttack(slug: string): Attack | null {
  return ATTACKS.find((attack) => attack.slug === slug) ?? null
}

/** @returns null when there is no such attack, or it is not made against this grant, or not in this way */
export function findPlan(ref: AttackRef): AttackPlan | null {
  const attack = findAttack(ref.attack)
  const found = Object.entries(attack?.on ?? {}).find(([grant]) => grant === ref.grant)
  if (!attack || !found?.[1]) return null
  const [grant, variant] = found as [GrantSlug, Variant]
  const one = ref.case === undefined ? variant.cases[0] : variant.cases.find(({ id }) => id === ref.case)
  return one ? { attack, grant, variant, case: one, setup: variant.setup ?? {} } : null
}
