import type { LeakChannel } from '@/lib/attacks/tools'
import { header } from '@/lib/oauth/http'
import type { Exchange } from '@/lib/wire/exchange'
import { messageValues } from '@/lib/wire/secrets'
import type { Host, Lab } from '../lab'
import { readStores } from '../stores'
import type { Leak } from './state'

/** A piece of what lies in a leak. */
type Piece = Pick<Leak, 'text' | 'values'>

/** What lies in a declared leak now. */
export async function readLeak(channel: LeakChannel, lab: Lab, host: Host): Promise<Piece[]> {
  switch (channel) {
    case 'page-script': {
      const { localStorage, sessionStorage, page } = lab.browser
      const { origin } = new URL(lab.origins.client)
      return [localStorage[origin], sessionStorage[origin], page?.variables].map((one) =>
        plain(JSON.stringify(one ?? {})),
      )
    }
    case 'browser-history':
      return lab.browser.history.map(({ url }) => plain(url))
    case 'operating-system':
    case 'response-observed':
      return lab.browser.pending ? [plain(lab.browser.pending.location)] : []
    case 'request-observed':
      return lab.exchanges.filter(isAuthorizationRequest).map(({ request }) => plain(request.url))
    case 'server-log':
      return lab.exchanges.filter(({ to }) => to === 'resource-server').map((one) => plain(logLine(one, lab)))
    case 'proxy-log':
      return lab.exchanges.filter(({ to }) => to === 'resource-server').map(({ request }) => plain(request.url))
    case 'store-dump':
      return Object.values((await readStores(lab, host)).authorizationServer).map((rows) => plain(JSON.stringify(rows)))
    case 'app-store-dump':
      return Object.values((await readStores(lab, host)).client).map((rows) => plain(JSON.stringify(rows)))
    case 'application-code':
      return lab.exchanges
        .filter(({ to, response }) => to === 'client' && (response?.body ?? '') !== '')
        .map(({ response }) => plain(response?.body ?? ''))
    case 'application-traffic':
      return lab.exchanges.filter(({ from, to }) => from === 'browser' && to === 'client').map(copy)
    case 'api-traffic':
      return lab.exchanges.filter(({ to }) => to === 'resource-server').map(copy)
    case 'shop-traffic':
      return lab.exchanges.filter(({ to }) => to === 'service').map(copy)
    case 'insider':
      return lab.exchanges.filter(({ from, request }) => from !== 'attacker' && /\/token$/.test(request.url)).map(copy)
  }
}

/** A message, and what it says to its receiver. */
const copy = (one: Exchange): Piece => ({
  text: JSON.stringify(one.request),
  values: [...messageValues(one, 'request')],
})

const plain = (text: string): Piece => ({ text, values: [] })

function isAuthorizationRequest({ from, request }: Exchange): boolean {
  return from === 'browser' && /\/authorize\?/.test(request.url)
}

/** A line of the API's log: the token stands in it unless the API keeps it out (RFC 9700, section 4.9.2). */
function logLine({ request }: Exchange, { policy }: Lab): string {
  const { method, url } = request
  if (policy.redactLogs) return `${method} ${new URL(url).pathname} authorization: ***`
  return `${method} ${url} authorization: ${header(request, 'authorization') ?? '-'}`
}
