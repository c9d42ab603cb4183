import { STORAGE_LAB_PATH, type StorageChoice } from '@/lib/oauth/browser-storage'
import type { ClientEnvironment } from '../environment'

/** The cookie whose value is the access token itself. */
export const TOKEN_COOKIE = 'access_token'

/** Where a choice's cookies go: ports do not keep cookies apart, so the path does (RFC 6265, section 8.5). */
export function cookiePath({ id }: StorageChoice, { origins }: Pick<ClientEnvironment, 'origins'>): string {
  return `${new URL(origins.client).pathname}${STORAGE_LAB_PATH}/${id}/`
}

/** A cookie with exactly the flags of the choice. @param pair `name=value` */
export function cookieLine(pair: string, choice: StorageChoice, env: Pick<ClientEnvironment, 'origins'>): string {
  return [pair, `Path=${cookiePath(choice, env)}`, ...choice.attributes].join('; ')
}

/** A request's cookie; null when it has none of this name. */
export function readCookie(request: Request, name: string): string | null {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([key]) => key === name)?.[1] ?? null
}
