import type { Check, Checklist } from '@/lib/oauth/check'
import type { Parameters } from '@/lib/oauth/form'
import { formBody } from './checks/form-body'
import { formParametersOnce } from './checks/form-parameters-once'
import type { EndpointRequest } from './endpoint'
import type { AuthorizationServerPolicy } from './policy'

/** What the body of every request by a client is checked for. */
export const FORM_CHECKS: readonly Check<never, AuthorizationServerPolicy>[] = [formBody, formParametersOnce]

/** The parameters of a form that a client posted. */
export function readForm(request: EndpointRequest, rules: Checklist<AuthorizationServerPolicy>): Parameters {
  rules.apply(formBody, request)
  const form = request.form ?? []
  rules.apply(formParametersOnce, form)
  return form
}
