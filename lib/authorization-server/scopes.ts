/** Every scope this server can grant, with what it lets an application do, as the consent page says it. */
export const SCOPES = {
  'photos.read': 'See your photos',
  'photos.write': 'Add photos to your drive',
  'usage.read': 'See how much the drive is used',
} as const satisfies Record<string, string>

export const SUPPORTED_SCOPE = Object.keys(SCOPES).join(' ')

/** What a client gets that names no scope, at registration or in a request (RFC 6749, section 3.3). */
export const DEFAULT_SCOPE = 'photos.read'
