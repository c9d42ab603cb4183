import type { Endpoint } from '../endpoint'

/** Every endpoint of the authorization server. */
export const ENDPOINTS: readonly Endpoint[] = []
