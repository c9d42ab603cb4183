import type { AuthorizationServerEnvironment } from '@/lib/authorization-server/environment'
import { registerClient, registerUser, trustIssuer } from '@/lib/authorization-server/registration'
import { encodeBase64Url } from '@/lib/oauth/base64url'
import type { ResourceServerEnvironment } from '@/lib/resource-server/environment'
import { castServices, MALLORY, MALLORYS_APP } from '../cast'
import type { Lab } from '../lab'

/** What Mallory did before the story begins: she has an account like everybody, and registered an app of her own. */
export async function settleMallory(lab: Lab, env: AuthorizationServerEnvironment): Promise<void> {
  await registerUser(env, MALLORY)
  lab.users.push({ username: MALLORY.username, name: MALLORY.name })
  lab.castSecrets.push({ kind: 'password', value: MALLORY.password, madeBy: 'attacker' })
  const secret = encodeBase64Url(lab.random.bytes(24))
  const redirect_uri = `${lab.origins.attacker}/callback`
  const metadata = { ...MALLORYS_APP, redirect_uris: [redirect_uri], post_logout_redirect_uris: [redirect_uri] }
  const { setup } = lab.attacker.plan ?? {}
  const resource = castServices(lab.origins)[setup?.appServes ?? '']?.resource
  const client = await registerClient(env, metadata, { trusted: false, secret, ...(resource && { resource }) })
  lab.castSecrets.push({ kind: 'client_secret', value: secret, madeBy: 'attacker' })
  for (const issuer of (await setup?.issuers?.(lab.origins)) ?? []) await trustIssuer(env, issuer)
  lab.attacker = { ...lab.attacker, app: { client_id: client.client_id, client_secret: secret, redirect_uri } }
}

/** One photo each whose title nobody can guess, and a drive whose size is as unpredictable: what only owners may read. */
export async function plantCanaries(lab: Lab, { store, now }: ResourceServerEnvironment): Promise<void> {
  const secret = () => encodeBase64Url(lab.random.bytes(9))
  const canaries: Record<string, string> = {}
  for (const owner of ['alice', 'mallory']) {
    const title = `Diary of ${owner}, ${secret()}`
    const bytes = 1_000_000 + new DataView(lab.random.bytes(4).buffer).getUint32(0)
    const key = secret()
    await store.insert('photos', { key, owner, title, size: '800x600', bytes, created_by: null, issued_at: now() })
    canaries[owner] = title
  }
  const photos = await store.find('photos', {})
  canaries.usage = String(photos.reduce((sum, { bytes }) => sum + bytes, 0))
  lab.attacker = { ...lab.attacker, canaries }
}

/** Registrations that differ in this attack's lab, by client id. */
export function otherRegistrations({ attacker, origins }: Lab): Readonly<Record<string, Record<string, unknown>>> {
  return attacker.plan?.setup.registrations?.(origins) ?? {}
}
