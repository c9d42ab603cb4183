import type { Check } from '@/lib/oauth/check'
import type { ClientPolicy } from '../policy'
import { codePresent } from './code-present'
import { issuerAsAsked } from './issuer-as-asked'
import { resourceResponseValid } from './resource-response-valid'
import { responseParametersOnce } from './response-parameters-once'
import { returnToOwnPage } from './return-to-own-page'
import { stateOfThisSession } from './state-of-this-session'
import { stateUsedOnce } from './state-used-once'
import { tokenResponseValid } from './token-response-valid'
import { tokenTypeKnown } from './token-type-known'

type Order = readonly Check<never, ClientPolicy>[]

export const LOGIN_CHECKS: Order = [returnToOwnPage]

/** On an authorization response, error or not, before anything is sent anywhere. */
export const CALLBACK_CHECKS: Order = [
  responseParametersOnce,
  stateOfThisSession,
  stateUsedOnce,
  issuerAsAsked,
  codePresent,
]

export const TOKEN_RESPONSE_CHECKS: Order = [tokenResponseValid, tokenTypeKnown]

export const RESOURCE_RESPONSE_CHECKS: Order = [resourceResponseValid]
