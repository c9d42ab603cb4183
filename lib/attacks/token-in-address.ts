import type { Attack } from './attack'
import { onTokensFrom } from './stolen-token'

/** A-50c: RFC 6750, sections 2.3 and 5.3. */
export const tokenInAddress: Attack = {
  id: 'A-50c',
  slug: 'token-in-address',
  tier: 1,
  title: 'A token in the address is logged',
  summary: 'The app sends its token in the address, and Mallory finds it in the log of a proxy.',
  attacker: 'Somebody who reads the log of a proxy between app and API.',
  defence: 'The API does not look at tokens in addresses, so that no app ever gets used to sending them there.',
  cites: ['rfc6750-2.3', 'rfc6750-5.3', 'rfc9700-4.3.2'],
  oracle: 'reads-data',
  switches: { tokenInQuery: 'accept', passwordGrant: true },
  stoppedBySwitch: true,
  needs: ['token-in-address'],
  on: onTokensFrom({
    grants: ['authorization-code', 'password', 'client-credentials'],
    channel: 'proxy-log',
    nothing: 'No address in the log holds a token.',
    policy: { presentToken: 'query' },
    title: 'A proxy keeps a log',
    words: {
      title: 'Mallory reads the proxy’s log',
      caption: 'Proxies write down the addresses that were asked for. A token in the address is written down with it.',
    },
  }),
}
