import type { Endpoint } from '../endpoint'
import { authorize } from './authorize'
import { consent } from './consent'
import { introspect } from './introspect'
import { jwks } from './jwks'
import { login } from './login'
import { logout } from './logout'
import { metadata } from './metadata'
import { register } from './register'
import { revoke } from './revoke'
import { token } from './token'
import { userinfo } from './userinfo'

/** Every endpoint of the authorization server. */
export const ENDPOINTS: readonly Endpoint[] = [
  authorize,
  login,
  consent,
  logout,
  token,
  introspect,
  revoke,
  register,
  jwks,
  userinfo,
  metadata,
]
