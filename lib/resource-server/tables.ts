import { integer, optional, type Row, text } from '@/lib/storage/port'

/** What the photo drive keeps. */
export const RESOURCE_SERVER_TABLES = {
  photos: {
    owner: text,
    title: text,
    /** Width and height in pixels, as `4032x3024`. */
    size: text,
    bytes: integer,
    created_by: optional(text),
    issued_at: integer,
  },
  /** DPoP proofs shown lately. Key: hash of URI and `jti`. */
  dpop_proofs: {
    times: integer,
    issued_at: integer,
    expires_at: integer,
  },
  /** Nonces for DPoP proofs that were given out. Key: the nonce. */
  dpop_nonces: {
    issued_at: integer,
    expires_at: integer,
  },
} as const

export type ResourceServerTables = typeof RESOURCE_SERVER_TABLES
export type Photo = Row<ResourceServerTables['photos']>
