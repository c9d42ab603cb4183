import type { Task } from '../../lesson-plan'
import { authorizationCodeTasks } from './authorization-code'
import { authorizationCodeBrowserTasks } from './authorization-code-browser'
import { clientCredentialsTasks } from './client-credentials'
import { deviceTasks } from './device'
import { implicitTasks } from './implicit'
import { jwtBearerTasks } from './jwt-bearer'
import { openIdConnectTasks } from './openid-connect'
import { parDpopTasks } from './par-dpop'
import { passwordTasks } from './password'
import { refreshTasks } from './refresh'
import { tokenExchangeTasks } from './token-exchange'

/** What there is to do after each built-in plan, by its id. */
export const TASKS: Readonly<Record<string, readonly Task[]>> = {
  'authorization-code': authorizationCodeTasks,
  'authorization-code-browser': authorizationCodeBrowserTasks,
  implicit: implicitTasks,
  refresh: refreshTasks,
  password: passwordTasks,
  'openid-connect': openIdConnectTasks,
  'client-credentials': clientCredentialsTasks,
  'token-exchange': tokenExchangeTasks,
  'jwt-bearer': jwtBearerTasks,
  device: deviceTasks,
  'par-dpop': parDpopTasks,
}
