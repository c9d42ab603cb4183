import type { Route } from '../photo-editor/routes'
import { PATH } from './application'
import { home } from './home'
import { photos } from './photos'
import { signIn } from './sign-in'
import { signOut } from './sign-out'

export const DRIVE_DESKTOP: readonly Route[] = [
  { path: `${PATH}/`, method: 'GET', handle: home },
  { path: `${PATH}/sign-in`, method: 'POST', handle: signIn },
  { path: `${PATH}/photos`, method: 'GET', handle: photos },
  { path: `${PATH}/sign-out`, method: 'POST', handle: signOut },
]
