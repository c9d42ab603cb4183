import type { Endpoint } from '../endpoint'
import { authorize } from './authorize'
import { consent } from './consent'
import { device } from './device'
import { deviceAuthorization } from './device-authorization'
import { introspect } from './introspect'
import { jwks } from './jwks'
import { login } from './login'
import { logout } from './logout'
import { metadata } from './metadata'
import { par } from './par'
import { register } from './register'
import { revoke } from './revoke'
import { token } from './token'
import { userinfo } from './userinfo'

/** Every endpoint of the authorization server. */
export const ENDPOINTS: readonly Endpoint[] = [
  authorize,
  par,
  login,
  consent,
  deviceAuthorization,
  device,
  logout,
  token,
  introspect,
  revoke,
  register,
  jwks,
  userinfo,
  metadata,
]
