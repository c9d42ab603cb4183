import type { ClientEnvironment } from '../environment'
import { callback } from './callback'
import { connect } from './connect'
import { home } from './home'
import { link, linkCallback } from './link'
import { login } from './login'
import { logout } from './logout'
import { photos } from './photos'
import { prints } from './prints'
import { tokenLogin } from './token-login'

export interface Route {
  /** Below the base of the client applications. */
  path: string
  method: 'GET' | 'POST'
  handle(request: Request, env: ClientEnvironment): Promise<Response>
}

export const PHOTO_EDITOR: readonly Route[] = [
  { path: '/', method: 'GET', handle: home },
  { path: '/login', method: 'GET', handle: login },
  { path: '/connect', method: 'GET', handle: connect },
  { path: '/login/token', method: 'POST', handle: tokenLogin },
  { path: '/callback', method: 'GET', handle: callback },
  { path: '/link', method: 'GET', handle: link },
  { path: '/link/callback', method: 'GET', handle: linkCallback },
  { path: '/photos', method: 'GET', handle: photos },
  { path: '/prints', method: 'GET', handle: prints },
  { path: '/logout', method: 'POST', handle: logout },
]
