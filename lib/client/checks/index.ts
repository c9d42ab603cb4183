import type { Check } from '@/lib/oauth/check'
import type { ClientPolicy } from '../policy'
import { codePresent } from './code-present'
import { deviceResponseValid } from './device-response-valid'
import { idTokenSent } from './id-token-sent'
import { issuerAsAsked } from './issuer-as-asked'
import { keySetReadable } from './key-set-readable'
import { loginProvenByIdToken } from './login-proven-by-id-token'
import { orderedWithActiveToken } from './ordered-with-active-token'
import { orderedWithTokenForShop } from './ordered-with-token-for-shop'
import { ownHeaderSent } from './own-header-sent'
import { pushResponseValid } from './push-response-valid'
import { resourceResponseValid } from './resource-response-valid'
import { responseParametersOnce } from './response-parameters-once'
import { returnToOwnPage } from './return-to-own-page'
import { stateOfThisSession } from './state-of-this-session'
import { stateUsedOnce } from './state-used-once'
import { tokenResponseValid } from './token-response-valid'
import { tokenTypeKnown } from './token-type-known'
import { usageResponseValid } from './usage-response-valid'
import { userinfoSubject } from './userinfo-subject'

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

/** On what somebody brings to be signed in, before it is judged. */
export const PRESENTED_PROOF_CHECKS: Order = [loginProvenByIdToken]

export const PUSH_RESPONSE_CHECKS: Order = [pushResponseValid]

export const TOKEN_RESPONSE_CHECKS: Order = [tokenResponseValid, tokenTypeKnown]

/** On the token response of a login, after the checks of any token response. */
export const LOGIN_RESPONSE_CHECKS: Order = [idTokenSent]

export const KEY_SET_CHECKS: Order = [keySetReadable]

export const USERINFO_CHECKS: Order = [userinfoSubject]

export const DEVICE_RESPONSE_CHECKS: Order = [deviceResponseValid]

export const RESOURCE_RESPONSE_CHECKS: Order = [resourceResponseValid]

export const USAGE_RESPONSE_CHECKS: Order = [usageResponseValid]

/** On a request of the browser to the server behind the page, where the server wants to know its own page. */
export const FRONTEND_CHECKS: Order = [ownHeaderSent]

/** On an order that another application sends to the print shop. */
export const ORDER_CHECKS: Order = [orderedWithActiveToken, orderedWithTokenForShop]
