import type { Route } from '../photo-editor/routes'
import { PATH } from './application'
import { screen } from './screen'
import { start } from './start'

export const LIVING_ROOM_TV: readonly Route[] = [
  { path: PATH, method: 'GET', handle: screen },
  { path: `${PATH}/`, method: 'GET', handle: screen },
  { path: `${PATH}/start`, method: 'POST', handle: start },
]
