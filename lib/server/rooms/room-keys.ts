import 'server-only'
import { hashKey, sameHash } from '@/lib/lab/key'

/**
 * A room has two keys and keeps neither. The clicker's is a hash of the presenter's, and what is kept is a hash of the
 * clicker's: who presents can make a clicker, and who clicks cannot present.
 */
export const clickerKeyOf = (presenterKey: string): string => hashKey(`clicker ${presenterKey}`)

/** What a room keeps of its keys. */
export const keptOf = (presenterKey: string): string => hashKey(clickerKeyOf(presenterKey))

export const isPresenterKey = (key: string | null, kept: string): boolean =>
  key !== null && isClickerKey(clickerKeyOf(key), kept)

export const isClickerKey = (key: string | null, kept: string): boolean => key !== null && sameHash(hashKey(key), kept)
