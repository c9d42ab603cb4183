import { onOff } from '../policy'

/** Two switches that the authorization server and the resource server have in common. */
export const DPOP_SWITCHES = {
  strictDpop: /* S-DPOPSTRICT */ onOff(
    'Accept each DPoP proof once, and only with the token it names',
    ['rfc9449-11.1', 'rfc9449-4.3'],
    [false, false, true, true, true],
  ),
  dpopNonce: /* S-DPOPSTRICT */ onOff(
    'Demand a nonce of the server in every DPoP proof',
    ['rfc9449-8', 'rfc9449-9'],
    [false, false, false, false, true],
  ),
} as const

export interface DpopPolicy {
  strictDpop: boolean
  dpopNonce: boolean
}
