import type { HttpRequest } from '@/lib/oauth/http'
import type { Preset, SwitchValue } from '@/lib/oauth/policy'
import type { BackendKind } from '@/lib/storage/port'
import type { Screen } from '@/lib/user-agent/screen'
import type { Exchange } from '@/lib/wire/exchange'
import type { Exposure } from '@/lib/wire/exposure'
import type { Place } from '@/lib/wire/place'

/** What travels between the player and the lab's control API (`/api/labs/...`), both directions. */

/** A move, as a machine asks for it. */
export interface MoveCall {
  /** Id of the move: `open-page`, `submit-form`, `token-request`, ... */
  move: string
  /** The machine's name for this step; recorded with the exchange. */
  step: string
  /** What the move needs to know, such as `{ form: 'login', values: { username, password } }`. */
  input?: MoveInput
}

export type MoveInput = Record<string, string | boolean | Record<string, string | string[]>>

/** Answer to `prepare`: the request as it lies on the wire, nothing sent. */
export interface Prepared {
  request: HttpRequest
  /** The number its exchange will have, unless somebody from outside is quicker. */
  seq: number
  /** Why there is no message: the sender has nothing to send. Left out: `request` lies on the wire. */
  nothing?: string
  /** What is stored where after preparing (the sender may have made secrets). */
  places: Place[]
  clock: LabInformation['clock']
}

export interface DeliverOptions {
  /** The learner's edited version; left out, the prepared one goes. */
  request?: HttpRequest
  /** Let it fall: the receiver never sees it. */
  drop?: boolean
}

/** A point in a lab's life: right after a message was prepared, or answered. */
export interface Point {
  /** The exchange; the next one's number while its request only lay on the wire; 0 for the lab as it was made. */
  seq: number
  phase: 'prepared' | 'answered'
}

/** A line of messages: the first, or one that began where somebody went back and did something else. */
export interface BranchInformation {
  /** Counts up from 1 within a lab. */
  id: number
  /** The branch it left; null for the first. */
  parent: number | null
  /** Where it left it. */
  from: Point | null
}

/**
 * Body of `restore`. With `at` a new branch begins there, off the branch that is named (left out: the live one);
 * without, the lab goes on with that branch where it was left.
 */
export interface Destination {
  branch?: number
  at?: number
  /** Left out: `answered`. */
  phase?: Point['phase']
}

/** Answer to `restore`. */
export interface Restored extends LabInformation {
  /** The branch that is live now. */
  branch: BranchInformation
}

/** What a device with a screen of its own shows, read out of its real page. */
export interface DeviceScreen {
  /** What people call the device: `Living Room TV`. */
  name: string
  screen: Screen
}

/** Answer to `deliver`: the exchange, with what else happened during it. */
export interface Delivered extends Exchange {
  /** Exchanges that others made while this one was open, in order (introspection by the resource server). */
  children: Exchange[]
  /** What is stored where afterwards. */
  places: Place[]
  /** What the human's browser shows now; null before its first page. */
  screen: Screen | null
  /** What devices show beside it, such as a television. */
  devices: DeviceScreen[]
  clock: LabInformation['clock']
}

export interface ClientInformation {
  client_id: string
  client_name: string
  /** Shown once, in the answer to creating the lab. */
  client_secret?: string
  redirect_uris: string[]
  grant_types: string[]
  response_types: string[]
  token_endpoint_auth_method: string
  scope: string
  /** Its public keys; left out where it has none. */
  jwks?: { keys: unknown[] }
}

export interface LabInformation {
  id: string
  issuer: string
  resource: string
  /** Base of the client applications. */
  app: string
  /** Base of the attacker's web site. */
  attacker: string
  clients: ClientInformation[]
  users: { username: string; password?: string; name: string }[]
  policy: { preset: Preset } & Record<string, SwitchValue>
  checksOff: string[]
  /** Where the authorization server keeps its rows, and where the client applications do. */
  tokenStore: BackendKind
  clientStore: BackendKind
  /** Milliseconds: the lab's time, and how far it has been advanced. `waits`: it stands still while nothing happens. */
  clock: { now: number; advanced: number; waits?: boolean }
  /** Number of recorded messages. */
  head: number
}

/** Answer to `POST /api/labs`. */
export interface CreatedLab extends LabInformation {
  /** Needed for every later call; the HttpOnly cookie carries it for the page. */
  key: string
}

/**
 * Answer to `GET .../exposure`: which party, and which carrier, has had which secret in everything recorded. `secrets`
 * are the columns, with their values, which are a lab's and open nothing else; `cells` what is not empty: who, which
 * secret (by `id`), `holds`, `passed` or `derived`, every sighting with its message (`seq`, `message`), channel and way,
 * and `breach` where it should not be so, with why and by which clauses.
 */
export type ExposureAnswer = Exposure
