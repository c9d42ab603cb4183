import { encodeBase64Url } from '@/lib/oauth/base64url'
import type { ClientEnvironment } from '../environment'
import { type DrivePhoto, readPhotos } from '../photos'
import type { ClientMembership, ClientSession } from '../tables'

/**
 * Photo Editor's own accounts. An account begins when somebody connects a drive that no account knows; further drives
 * can be linked to it, and from then on connecting any of them signs in to the account.
 */

/** The account a session is signed in to; null where there are no accounts, or it has none yet. */
export async function membershipOf(env: ClientEnvironment, session: string): Promise<ClientMembership | null> {
  return env.policy.accounts ? env.store.get('memberships', session) : null
}

/**
 * The drive has answered for `session`, and said whose drive it is. That user signs in to her account; or, where the
 * session asked to link one more drive, this drive is linked to the account it is signed in to.
 *
 * @param body what the drive answered
 */
export async function joinAccount(env: ClientEnvironment, session: ClientSession, body: string): Promise<void> {
  const owner = env.policy.accounts ? readPhotos(body)?.owner : undefined
  if (owner === undefined) return
  const lives = { issued_at: env.now(), expires_at: session.expires_at }
  const member = await env.store.get('memberships', session.key)
  const link = await env.store.get('drive_links', owner)
  const account = (member?.linking ? member.account : null) ?? link?.account ?? encodeBase64Url(env.random(12))
  if (!link) await env.store.insert('drive_links', { key: owner, account, ...lives })
  if (member) await env.store.update('memberships', session.key, { account, linking: false })
  else await env.store.insert('memberships', { key: session.key, account, linking: false, ...lives })
  // A drive that another account has already is not taken away from it: its photos stay there.
  const album = { account: link?.account ?? account, body, ...lives }
  if (await env.store.get('albums', owner)) await env.store.update('albums', owner, album)
  else await env.store.insert('albums', { key: owner, ...album })
}

/** What the drives of the session's account showed last, but for the drive of `owner`. */
export async function otherDrives(
  env: ClientEnvironment,
  session: string,
  owner: string,
): Promise<{ owner: string; photos: readonly DrivePhoto[] }[]> {
  const member = await membershipOf(env, session)
  const albums = member ? await env.store.find('albums', { account: member.account }) : []
  return albums.filter(({ key }) => key !== owner).flatMap(({ body }) => readPhotos(body) ?? [])
}
