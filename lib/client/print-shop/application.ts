import type { Origins } from '@/lib/oauth/environment'

/** The application's name among the cast, and in the registrations. */
export const APPLICATION = 'print-shop'

/** The print shop's base, which is also its resource identifier: to other applications it is an API. */
export function printShopUrl({ client }: Pick<Origins, 'client'>): string {
  return `${client}/print`
}

/** The company's directory, which asserts its staff to the authorization server. Its issuer identifier. */
export function directoryUrl({ client }: Pick<Origins, 'client'>): string {
  return `${client}/directory`
}

/** What prints need, and no more. */
export const PRINT_SCOPE = 'photos.read'
