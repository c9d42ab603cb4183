import * as oauth from 'oauth4webapi'
import { proofOption } from '../dpop'
import type { ClientEnvironment } from '../environment'
import { capture, registrationOf, serverMetadata } from '../server'
import { APPLICATION } from './application'

/** How the print shop proves who it is: a service with a secret, whatever the other applications of the lab do. */
export function authentication(env: ClientEnvironment): oauth.ClientAuth {
  const { clientSecret } = registrationOf(env, APPLICATION)
  return oauth.ClientSecretBasic(clientSecret ?? '')
}

/** A request to the token endpoint with the parameters of a grant oauth4webapi has no function for. */
export async function grantRequest(
  env: ClientEnvironment,
  grantType: string,
  parameters: Record<string, string>,
  { clientId, auth }: { clientId: string; auth: oauth.ClientAuth } = {
    clientId: APPLICATION,
    auth: authentication(env),
  },
): Promise<Request> {
  const client = { client_id: clientId }
  const proof = await proofOption(env, env.origins.issuer)
  return capture(clientId, (options) =>
    oauth.genericTokenEndpointRequest(serverMetadata(env), client, auth, grantType, parameters, {
      ...options,
      ...proof,
    }),
  )
}
