import type { LessonPlan } from '../lesson-plan'
import { authorizationCodePlan } from './authorization-code'
import { authorizationCodeBrowserPlan } from './authorization-code-browser'
import { clientCredentialsPlan } from './client-credentials'
import { devicePlan } from './device'
import { implicitPlan } from './implicit'
import { jwtBearerPlan } from './jwt-bearer'
import { openIdConnectPlan } from './openid-connect'
import { parDpopPlan } from './par-dpop'
import { passwordPlan } from './password'
import { refreshPlan } from './refresh'
import { TASKS } from './tasks'
import { tokenExchangePlan } from './token-exchange'

/** The built-in lessons, one a flow, in the order of the tracks. */
export const PLANS: readonly LessonPlan[] = [
  authorizationCodePlan,
  authorizationCodeBrowserPlan,
  refreshPlan,
  clientCredentialsPlan,
  jwtBearerPlan,
  devicePlan,
  openIdConnectPlan,
  tokenExchangePlan,
  parDpopPlan,
  implicitPlan,
  passwordPlan,
].map((plan) => ({ ...plan, tasks: TASKS[plan.id] ?? [] }))

export function findPlan(id: string): LessonPlan | null {
  return PLANS.find((plan) => plan.id === id) ?? null
}
