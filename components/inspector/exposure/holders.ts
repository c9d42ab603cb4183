import type { IconName } from '@/components/ui/icon'
import type { Party } from '@/lib/oauth/parties'
import { CARRIERS, type Carrier, type Holder } from '@/lib/wire/sighting'
import type { PartyNames } from '@/machines/kit/party-names'

/** How a carrier is called in the table and in a sentence, and what it is. */
export const CARRIER: Readonly<Record<Carrier, { name: string; spoken: string; icon: IconName; what: string }>> = {
  history: {
    name: 'History',
    spoken: 'the browser history',
    icon: 'clock',
    what: 'Addresses of the pages the browser came to',
  },
  referer: {
    name: 'Referer',
    spoken: 'a Referer header',
    icon: 'external',
    what: 'The address somebody comes from, told to where they go',
  },
  'server-log': {
    name: 'Server logs',
    spoken: 'a server’s log',
    icon: 'list',
    what: 'Request lines as servers write them down: address and query',
  },
  'page-script': {
    name: 'Page script',
    spoken: 'a script of the page',
    icon: 'script',
    what: 'What any script of the page’s origin can read',
  },
}

export function isCarrier(holder: Holder): holder is Carrier {
  return CARRIERS.some((one) => one === holder)
}

/** `the app`, `Alice`, `the browser history`: as spoken in a sentence. */
export function spokenName(holder: Holder, names: PartyNames): string {
  if (isCarrier(holder)) return CARRIER[holder].spoken
  return holder === 'user' ? names.user.short : `the ${names[holder].short}`
}

export function holderName(holder: Holder, names: PartyNames): string {
  return isCarrier(holder) ? CARRIER[holder].name : names[holder].name
}

/** The rows: who takes part, then the carriers that their messages can reach; without a browser only the logs. */
export function rowsOf(lanes: readonly Party[]): Holder[] {
  const carriers = CARRIERS.filter((one) => one === 'server-log' || lanes.includes('browser'))
  return [...lanes, ...carriers]
}
