/** Every scope this server can grant, with what it lets an application do, as the consent page says it. */
export const SCOPES = {
  'photos.read': 'See your photos',
  'photos.write': 'Add photos to your drive',
  'usage.read': 'See how much the drive is used',
  openid: 'Know that it is you who signs in',
  profile: 'See your name',
  email: 'See your email address',
  offline_access: 'Keep its access while you are away',
} as const satisfies Record<string, string>

export const SUPPORTED_SCOPE = Object.keys(SCOPES).join(' ')

/** What a client gets that names no scope, at registration or in a request (RFC 6749, section 3.3). */
export const DEFAULT_SCOPE = 'photos.read'

/** Scopes of OpenID Connect: they say something about a user, so without one they mean nothing. */
const ABOUT_USER: readonly string[] = ['openid', 'profile', 'email', 'offline_access']

export function isAboutUser(scope: string): boolean {
  return ABOUT_USER.includes(scope)
}
