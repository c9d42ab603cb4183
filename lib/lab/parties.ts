import type { AttackerEnvironment } from '@/lib/attacker/environment'
import { handleAttacker } from '@/lib/attacker/handler'
import type { AuthorizationServerEnvironment } from '@/lib/authorization-server/environment'
import { handleAuthorizationServer } from '@/lib/authorization-server/handler'
import type { ClientEnvironment, OtherServer } from '@/lib/client/environment'
import { handleClient } from '@/lib/client/handler'
import { directoryUrl, APPLICATION as PRINT_SHOP, printShopUrl } from '@/lib/client/print-shop/application'
import { handlePrintShop } from '@/lib/client/print-shop/handler'
import { type DirectoryEnvironment, handleDirectory } from '@/lib/hr-directory/handler'
import type { Environment } from '@/lib/oauth/environment'
import type { Party } from '@/lib/oauth/parties'
import type { Soon } from '@/lib/oauth/soon'
import type { ResourceServerEnvironment } from '@/lib/resource-server/environment'
import { handleResourceServer } from '@/lib/resource-server/handler'
import type { Backend, Tables } from '@/lib/storage/port'
import { DIRECTORY, OTHER_SERVER } from './cast'
import { labTime } from './clock'
import type { Host, Lab } from './lab'
import { type Recorder, reportTo } from './recorder'

/** How a message came to be sent: by a move of the player, or by a real browser tab or program. */
export interface Setting {
  recorder: Recorder
  /** True while the learner steps: the client pauses between its halves. */
  stepped: boolean
  /** The network as this party sees it. */
  fetch(from: Party, request: Request): Promise<Response>
  /** Which party sent the request that is handled; left out, somebody from outside. */
  caller?: Party
}

/** The parties that have an address of their own. */
export type ServerParty = 'authorization-server' | 'resource-server' | 'client' | 'attacker'

/** Who can be the receiver of a message: `service` is the print shop or the HR directory, below the client's base. */
export type Receiver = ServerParty | 'service'

/** Runs a party's handler on a request, with the environment of this lab. */
export function receive(lab: Lab, host: Host, party: Receiver, request: Request, setting: Setting): Soon<Response> {
  if (party === 'authorization-server') {
    return handleAuthorizationServer(request, authorizationServerEnvironment(lab, host, setting))
  }
  if (party === 'resource-server') return handleResourceServer(request, resourceServerEnvironment(lab, host, setting))
  if (party === 'client') return handleClient(request, clientEnvironment(lab, host, setting))
  if (party === 'attacker') return handleAttacker(request, attackerEnvironment(lab, host, setting))
  return isBelow(directoryUrl(lab.origins), request.url)
    ? handleDirectory(request, directoryEnvironment(lab, host, setting))
    : handlePrintShop(request, clientEnvironment(lab, host, setting, 'service'))
}

/** Which server a URL belongs to; null when it is none of this lab's. */
export function partyAt({ origins }: Lab, url: string): Receiver | null {
  const { issuer, resource, client, attacker } = origins
  if (isBelow(issuer, url)) return 'authorization-server'
  if (isBelow(resource, url)) return 'resource-server'
  if (isBelow(printShopUrl(origins), url) || isBelow(directoryUrl(origins), url)) return 'service'
  if (isBelow(client, url)) return 'client'
  return isBelow(attacker, url) ? 'attacker' : null
}

function isBelow(base: string, url: string): boolean {
  return url.startsWith(base) && /^[/?]?$/.test(url.charAt(base.length))
}

export function authorizationServerEnvironment(lab: Lab, host: Host, setting: Setting): AuthorizationServerEnvironment {
  const { authorizationServer } = lab.backends
  return {
    ...common(lab, host, setting, 'authorization-server', authorizationServer),
    keys: lab.keys,
    ...(host.passwordIterations !== undefined && { passwordIterations: host.passwordIterations }),
  }
}

export function resourceServerEnvironment(lab: Lab, host: Host, setting: Setting): ResourceServerEnvironment {
  return {
    ...common(lab, host, setting, 'resource-server', lab.backends.resourceServer),
    ...(setting.caller && { caller: setting.caller }),
    credentials: { clientId: 'photo-drive', clientSecret: lab.driveSecret },
    jwks: {
      get: () => lab.keySet,
      set: (keys) => {
        lab.keySet = keys
      },
    },
  }
}

/** @param as as whom the application sends: the print shop is a client of its own accord, or a service that was called */
export function clientEnvironment(
  lab: Lab,
  host: Host,
  setting: Setting,
  as: 'client' | 'service' = 'client',
): ClientEnvironment {
  return {
    ...common(lab, host, setting, as, lab.backends.client),
    registrations: lab.registrations,
    ...(lab.attacker.plan?.setup.otherServer && { otherServer: otherServer(lab) }),
    proofKey: lab.proofKey,
    stepped: setting.stepped,
  }
}

/** What the photo editor was told when it was registered at the server that Mallory runs. */
function otherServer({ origins }: Lab): OtherServer {
  const registration = {
    clientId: 'photo-editor-at-snapshelf',
    authentication: 'client_secret_basic',
    clientSecret: 'known-to-snapshelf',
    privateKey: null,
    redirectUri: `${origins.client}/callback`,
    scope: 'photos.read photos.write',
  }
  return { issuer: `${origins.attacker}/server`, name: OTHER_SERVER, registration }
}

function attackerEnvironment(lab: Lab, host: Host, setting: Setting): AttackerEnvironment {
  const { origins, attacker } = lab
  const now = () => labTime(lab, host)
  const fetch = (request: Request) => setting.fetch('attacker', request)
  return {
    origins,
    now,
    report: reportTo(setting.recorder),
    fetch,
    published: attacker.published,
    relay: attacker.relay,
  }
}

function directoryEnvironment(lab: Lab, host: Host, setting: Setting): DirectoryEnvironment {
  return {
    now: () => labTime(lab, host),
    random: (length) => lab.random.bytes(length),
    report: reportTo(setting.recorder),
    policy: lab.policy,
    checksOff: lab.checksOff,
    issuer: directoryUrl(lab.origins),
    callers: { [PRINT_SHOP]: lab.directorySecret },
    staff: DIRECTORY.staff,
    signer: () => lab.directoryKeys.signer('ES256'),
  }
}

function common<T extends Tables>(lab: Lab, host: Host, setting: Setting, party: Receiver, backend: Backend<T>) {
  const report = reportTo(setting.recorder)
  const now = () => labTime(lab, host)
  return {
    lab: lab.id,
    store: backend.open({
      lab: lab.id,
      now,
      report: (storage) => report({ type: 'storage', storage }),
    }),
    now,
    random: (length: number) => lab.random.bytes(length),
    report,
    policy: lab.policy,
    checksOff: lab.checksOff,
    origins: lab.origins,
    fetch: (request: Request) => setting.fetch(party, request),
  } satisfies Environment<unknown, unknown>
}
