import type { ClientEnvironment } from '../environment'
import { signInPage } from './pages'

/** `GET /desktop/`: the application's own sign-in page. There is no other server to send anybody to. */
export function home(_request: Request, env: ClientEnvironment): Promise<Response> {
  return signInPage({}, env)
}
