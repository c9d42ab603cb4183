import type { Endpoint } from '../endpoint'
import { authorize } from './authorize'
import { consent } from './consent'
import { login } from './login'
import { logout } from './logout'

/** Every endpoint of the authorization server. */
export const ENDPOINTS: readonly Endpoint[] = [authorize, login, consent, logout]
