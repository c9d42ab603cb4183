import { APPLICATION as PRINT_SHOP, printShopUrl } from '@/lib/client/print-shop/application'
import type { Origins } from '@/lib/oauth/environment'

/** The people and applications of every new lab. */
export const CAST_USERS = [
  { username: 'alice', password: 'wonderland', name: 'Alice Liddell', email: 'alice@wonderland.example' },
  { username: 'bob', password: 'builder', name: 'Bob Builder', email: 'bob@builders.example' },
] as const

/** Whoever attacks has an account like everybody, and has registered an app of her own. */
export const MALLORY = {
  username: 'mallory',
  password: 'looking-glass',
  name: 'Mallory',
  email: 'mallory@elsewhere.example',
} as const

export const MALLORYS_APP = {
  client_name: 'Holiday Quiz',
  grant_types: [
    ...['authorization_code', 'implicit', 'client_credentials', 'refresh_token'],
    ...['urn:ietf:params:oauth:grant-type:token-exchange', 'urn:ietf:params:oauth:grant-type:jwt-bearer'],
  ],
  response_types: ['code', 'token'],
  token_endpoint_auth_method: 'client_secret_basic',
  scope: 'openid photos.read',
  id_token_signed_response_alg: 'ES256' as const,
}

/** Another place for photos, whose users the photo editor serves as well. It is Mallory's. */
export const OTHER_SERVER = 'Snapshelf'

export type CastClient = {
  client_id: string
  client_name: string
  redirect_uris: string[]
  grant_types: string[]
  response_types: string[]
  token_endpoint_auth_method: string
  scope: string
  id_token_signed_response_alg?: 'ES256' | 'RS256'
  post_logout_redirect_uris?: string[]
  application_type: 'web' | 'native'
}

/**
 * @param authentication how the applications with a server authenticate in this lab; `none` makes `photo-editor` a
 *   public client, which a service cannot be
 */
export function castClients(origins: Origins, authentication: string): CastClient[] {
  const web = {
    application_type: 'web',
    redirect_uris: [],
    grant_types: [],
    response_types: [],
  } as const
  return [
    {
      ...web,
      client_id: 'photo-editor',
      client_name: 'Photo Editor',
      redirect_uris: [`${origins.client}/callback`],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: authentication,
      scope: 'openid profile email offline_access photos.read photos.write',
      id_token_signed_response_alg: 'ES256',
      post_logout_redirect_uris: [`${origins.client}/`],
    },
    {
      ...web,
      client_id: 'photo-gallery',
      client_name: 'Photo Gallery',
      redirect_uris: [`${origins.client}/spa/callback`],
      grant_types: ['authorization_code', 'implicit', 'refresh_token'],
      response_types: ['code', 'token'],
      token_endpoint_auth_method: 'none',
      scope: 'photos.read',
    },
    {
      ...web,
      client_id: 'drive-desktop',
      client_name: 'Drive for Desktop',
      grant_types: ['password', 'refresh_token'],
      token_endpoint_auth_method: 'client_secret_basic',
      scope: 'photos.read photos.write',
      application_type: 'native',
      redirect_uris: [],
      response_types: [],
    },
    {
      ...web,
      client_id: 'nightly-backup',
      client_name: 'Nightly Backup',
      redirect_uris: [],
      grant_types: ['client_credentials'],
      response_types: [],
      token_endpoint_auth_method: authentication === 'none' ? 'client_secret_basic' : authentication,
      scope: 'usage.read',
    },
    {
      ...web,
      client_id: 'living-room-tv',
      client_name: 'Living Room TV',
      redirect_uris: [],
      grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
      response_types: [],
      token_endpoint_auth_method: 'none',
      scope: 'photos.read',
      application_type: 'native',
    },
    {
      ...web,
      client_id: PRINT_SHOP,
      client_name: 'Print Shop',
      grant_types: ['urn:ietf:params:oauth:grant-type:token-exchange', 'urn:ietf:params:oauth:grant-type:jwt-bearer'],
      redirect_uris: [],
      response_types: [],
      token_endpoint_auth_method: 'client_secret_basic',
      scope: 'photos.read',
    },
  ]
}

/** What clients of the cast are besides clients: the print shop is an API, and may act for its callers at the drive. */
export function castServices(
  origins: Origins,
): Record<string, { resource: string; exchangeTargets: readonly string[] }> {
  return { [PRINT_SHOP]: { resource: printShopUrl(origins), exchangeTargets: [origins.resource] } }
}

/** The company's directory: an API of its own, and trusted to assert the company's people. Bob works elsewhere. */
export const DIRECTORY = {
  client_id: 'hr-directory',
  client_name: 'HR directory',
  staff: ['alice'],
  scope: 'photos.read',
}

/** The drive itself, as a caller of introspection. Not part of what learners are shown as clients. */
export const DRIVE_CLIENT_ID = 'photo-drive'
