import { type AttackPlan, type AttackRef, findPlan } from '@/lib/attacks'
import type { AuthorizationServerEnvironment } from '@/lib/authorization-server/environment'
import { createKeyRing } from '@/lib/authorization-server/keys'
import { registerClient, registerUser, trustIssuer } from '@/lib/authorization-server/registration'
import { newClientKey } from '@/lib/client/client-key'
import { directoryUrl, APPLICATION as PRINT_SHOP } from '@/lib/client/print-shop/application'
import { newProofKey } from '@/lib/client/proof-key'
import { encodeBase64Url } from '@/lib/oauth/base64url'
import { seedPhotos } from '@/lib/resource-server/photos'
import { newBrowser } from '@/lib/user-agent/browser'
import { otherRegistrations, plantCanaries, settleMallory } from './attacker/setup'
import { newAttacker } from './attacker/state'
import { CAST_USERS, castClients, castServices, DIRECTORY, DRIVE_CLIENT_ID } from './cast'
import { takeCheckpoint } from './checkpoints'
import { newClock } from './clock'
import type { ClientInformation, CreatedLab, MoveCall } from './contract'
import { describeLab } from './describe'
import { hashKey } from './key'
import type { Host, Lab, TokenStore } from './lab'
import { authorizationServerEnvironment, resourceServerEnvironment } from './parties'
import { placesOf } from './places'
import { type LabPolicy, quoted, readPolicy } from './policy'
import { labRandom } from './random'
import { newRecorder } from './recorder'
import { LabRefusal } from './refusal'
import { deliverMove, prepareMove } from './stepping'
import { readStores } from './stores'

/** What `POST /api/labs` may ask for. */
export interface LabWishes {
  policy?: Record<string, unknown>
  tokenStore?: TokenStore
  /** Where the client applications keep theirs; left out, in the same kind of store. */
  clientStore?: TokenStore
  /** RFC 7591 client metadata of somebody's own clients. */
  clients?: Record<string, unknown>[]
  /** The same seed gives the same secrets. Left out: unpredictable ones. */
  seed?: string
  checksOff?: string[]
  /** Makes the lab one in which Mallory plays this attack. */
  attack?: AttackRef
  /** False: keep no moments and checkpoints, because nobody will look at them. */
  watched?: boolean
  /** Moves that are made at once, so that the learner takes over where these end. They are recorded like any other. */
  moves?: readonly MoveCall[]
}

/**
 * Makes a lab: its cast, its rows, its keys, its clock.
 *
 * @throws LabRefusal when a wish cannot be met, or a move not be made, with a sentence naming it
 * @throws OAuthError when a client's metadata is refused (RFC 7591, section 3.2.2)
 */
export async function createLab(host: Host, wishes: LabWishes): Promise<{ lab: Lab; created: CreatedLab }> {
  const id = encodeBase64Url(host.randomBytes(16))
  const key = encodeBase64Url(host.randomBytes(32))
  const seed = wishes.seed ?? encodeBase64Url(host.randomBytes(32))
  const random = labRandom(seed)
  const tokenStore = wishes.tokenStore ?? 'sqlite'
  const clientStore = wishes.clientStore ?? tokenStore
  const secret = () => encodeBase64Url(random.bytes(24))
  const plan = planOf(wishes.attack)
  const lab: Lab = {
    id,
    keyHash: hashKey(key),
    seed,
    random,
    origins: host.origins(id),
    policy: policyFor(plan, wishes.policy),
    checksOff: new Set(wishes.checksOff ?? []),
    tokenStore,
    clientStore,
    backends: { ...(await host.backends(tokenStore)), client: (await host.backends(clientStore)).client },
    keys: createKeyRing(random.bytes(32)),
    keySet: null,
    proofKey: newProofKey(random.bytes(32)),
    driveSecret: secret(),
    directoryKeys: createKeyRing(random.bytes(32)),
    directorySecret: secret(),
    registrations: {},
    clients: [],
    users: CAST_USERS.map(({ username, name }) => ({ username, name })),
    browser: newBrowser(),
    attacker: newAttacker(plan),
    clock: newClock(host),
    exchanges: [],
    nextSeq: 1,
    castSecrets: [],
    timeline: [],
    watched: wishes.watched ?? true,
    checkpoints: [],
    branch: { id: 1, parent: null, from: null },
    branches: [],
    held: null,
    usedAt: host.wallClock(),
    queue: Promise.resolve(),
  }
  const secrets = await register(lab, host, wishes.clients ?? [], secret)
  if (lab.watched) await takeFirstMoment(lab, host)
  await makeMoves(lab, host, [...(plan?.setup.before ?? []), ...(wishes.moves ?? [])])
  const clients = lab.clients.map((client) => withSecret(client, secrets[client.client_id]))
  const users = CAST_USERS.map((user) => ({ ...user }))
  return { lab, created: { ...describeLab(lab, host), key, clients, users } }
}

/** What a lab's switches are set to: what its attack needs, unless it is asked for otherwise. */
export function policyFor(plan: AttackPlan | null, wanted: Record<string, unknown> = {}): LabPolicy {
  return readPolicy({ ...plan?.variant.policy, ...plan?.case.policy, ...wanted })
}

async function takeFirstMoment(lab: Lab, host: Host): Promise<void> {
  const stores = await readStores(lab, host)
  takeCheckpoint(lab, host, { seq: 0, phase: 'answered' }, stores)
  lab.timeline.push({ seq: 0, phase: 'answered', places: placesOf(lab, stores), screen: null, devices: [] })
}

/** A lab whose first moves cannot be made does not come to be, and leaves no rows behind. */
async function makeMoves(lab: Lab, host: Host, moves: readonly MoveCall[]): Promise<void> {
  try {
    for (const move of moves) {
      await prepareMove(lab, host, move)
      await deliverMove(lab, host, move, {})
    }
  } catch (error) {
    const { authorizationServer, resourceServer, client } = lab.backends
    await Promise.all([authorizationServer.drop(lab.id), resourceServer.drop(lab.id), client.drop(lab.id)])
    throw error
  }
}

async function register(
  lab: Lab,
  host: Host,
  wanted: Record<string, unknown>[],
  secret: () => string,
): Promise<Record<string, string>> {
  const setting = {
    recorder: newRecorder(),
    stepped: false,
    fetch: () => Promise.reject(new Error('Registration asks nobody.')),
  }
  const env = authorizationServerEnvironment(lab, host, setting)
  const secrets: Record<string, string> = {}

  for (const user of CAST_USERS) {
    await registerUser(env, user)
    lab.castSecrets.push({
      kind: 'password',
      value: user.password,
      madeBy: 'user',
    })
  }
  const driveClient = { client_id: DRIVE_CLIENT_ID, client_name: 'Photo Drive', grant_types: [], response_types: [] }
  const { resource } = lab.origins
  await registerClient(env, driveClient, { trusted: true, secret: lab.driveSecret, resource })
  lab.castSecrets.push({ kind: 'client_secret', value: lab.driveSecret, madeBy: 'authorization-server' })

  const keep = ({ client_secret: clientSecret, ...client }: ClientInformation) => {
    lab.clients.push(client)
    if (clientSecret === undefined) return
    secrets[client.client_id] = clientSecret
    lab.castSecrets.push({ kind: 'client_secret', value: clientSecret, madeBy: 'authorization-server' })
  }
  const otherwise = otherRegistrations(lab)
  for (const usual of castClients(lab.origins, lab.policy.authentication)) {
    const client = { ...usual, ...otherwise[usual.client_id] }
    const { client_id: clientId, redirect_uris, scope, token_endpoint_auth_method: authentication } = client
    const pair = authentication === 'private_key_jwt' ? await newClientKey(lab.random.bytes(32)) : null
    const jwks = pair && { keys: [pair.publicJwk] }
    const service = castServices(lab.origins)[clientId]
    keep(await registerClient(env, { ...client, jwks }, { trusted: true, secret: secret(), ...service }))
    const clientSecret = secrets[clientId] ?? null
    const privateKey = pair?.privateKey ?? null
    const redirectUri = redirect_uris[0] ?? ''
    lab.registrations[clientId] = { clientId, authentication, clientSecret, privateKey, redirectUri, scope }
  }
  await registerDirectory(lab, env)
  const furtherClients = lab.attacker.plan?.setup.clients?.(lab.origins) ?? []
  for (const metadata of furtherClients) keep(await registerClient(env, metadata, { trusted: true, secret: secret() }))
  for (const metadata of wanted) keep(await registerClient(env, metadata, { trusted: false, secret: secret() }))
  const drive = resourceServerEnvironment(lab, host, setting)
  await seedPhotos(drive)
  if (lab.attacker.plan) {
    await settleMallory(lab, env)
    await plantCanaries(lab, drive)
  }
  return secrets
}

/** The HR directory is an API like the others, and its word about its people is taken (RFC 7523, section 3). */
async function registerDirectory(lab: Lab, env: AuthorizationServerEnvironment): Promise<void> {
  const { staff, scope, ...metadata } = DIRECTORY
  const resource = directoryUrl(lab.origins)
  const api = { ...metadata, grant_types: [], response_types: [] }
  await registerClient(env, api, { trusted: true, resource })
  const keys = await lab.directoryKeys.keys()
  const jwks = { keys: keys.map(({ publicJwk }) => publicJwk) }
  await trustIssuer(env, { issuer: resource, name: metadata.client_name, jwks, users: staff, scope })
  lab.registrations[metadata.client_id] = {
    clientId: PRINT_SHOP,
    authentication: 'client_secret_basic',
    clientSecret: lab.directorySecret,
    privateKey: null,
    redirectUri: '',
    scope: '',
  }
  lab.castSecrets.push({ kind: 'client_secret', value: lab.directorySecret, madeBy: 'service' })
}

/** @throws LabRefusal when there is no such attack, or it is not made against this grant */
function planOf(wanted: AttackRef | undefined): AttackPlan | null {
  if (!wanted) return null
  const plan = findPlan(wanted)
  if (!plan) throw new LabRefusal(400, `There is no attack ${quoted(wanted.attack)} on ${quoted(wanted.grant)}.`)
  return plan
}

function withSecret(client: ClientInformation, secret: string | undefined): ClientInformation {
  return secret ? { ...client, client_secret: secret } : client
}
