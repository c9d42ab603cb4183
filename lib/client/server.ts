import * as oauth from 'oauth4webapi'
import { encodeUtf8 } from '@/lib/oauth/base64url'
import { WholeHeaders } from '@/lib/oauth/whole-headers'
import { WholeRequest } from '@/lib/oauth/whole-messages'
import type { ClientEnvironment, Registration } from './environment'
import { privateKeyJwt } from './private-key-jwt'

/** What the application was told about its authorization server when it was set up. */
export function serverMetadata({ origins: { issuer } }: ClientEnvironment) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    pushed_authorization_request_endpoint: `${issuer}/par`,
    revocation_endpoint: `${issuer}/revoke`,
    device_authorization_endpoint: `${issuer}/device_authorization`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/jwks`,
  } satisfies oauth.AuthorizationServer
}

/** The same of whichever of its servers a login was begun at. */
export function serverAt(env: ClientEnvironment, issuer: string): oauth.AuthorizationServer {
  if (issuer !== env.otherServer?.issuer) return serverMetadata(env)
  return { issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` }
}

/** How an application was registered at the server with this issuer. */
export function registrationAt(env: ClientEnvironment, application: string, issuer: string): Registration {
  const { otherServer } = env
  return issuer === otherServer?.issuer ? otherServer.registration : registrationOf(env, application)
}

/** How an application was registered. */
export function registrationOf({ registrations }: ClientEnvironment, application: string): Registration {
  const registration = registrations[application]
  if (!registration) throw new Error(`No application ${application} is registered in this lab.`)
  return registration
}

/** How the application proves who it is, as it was registered. A public client has nothing to prove it with. */
export function authenticationOf(
  env: ClientEnvironment,
  { authentication, clientSecret, privateKey }: Registration,
): oauth.ClientAuth {
  if (privateKey !== null) return privateKeyJwt(env, privateKey)
  if (clientSecret === null || authentication === 'none') return oauth.None()
  return authentication === 'client_secret_post'
    ? oauth.ClientSecretPost(clientSecret)
    : oauth.ClientSecretBasic(clientSecret)
}

type Send = (options: oauth.HttpRequestOptions<'POST', URLSearchParams>) => Promise<Response>

/** The request oauth4webapi would have sent to the authorization server. Nothing is sent. */
export function capture(application: string, send: Send): Promise<Request> {
  return captureWith((customFetch) =>
    send({
      [oauth.allowInsecureRequests]: true,
      [oauth.customFetch]: customFetch,
      headers: { 'user-agent': application },
    }),
  )
}

interface Outgoing {
  method: string
  headers: Record<string, string>
  body?: oauth.ProtectedResourceRequestBody
}

const FORM = 'application/x-www-form-urlencoded;charset=UTF-8'

type CustomFetch = (url: string, outgoing: Outgoing) => Promise<Response>

/** @param send calls oauth4webapi with the fetch it is given, once; the request is a form or has no body */
export async function captureWith(send: (customFetch: CustomFetch) => Promise<Response>): Promise<Request> {
  const captured: Request[] = []
  await send(async (url, { method, headers, body }) => {
    const form = body instanceof URLSearchParams ? body.toString() : ''
    const fields = WholeHeaders.of(Object.entries(headers))
    if (form !== '' && !fields.has('content-type')) fields.set('content-type', FORM)
    captured.push(WholeRequest.of(method, url, fields, encodeUtf8(form)))
    return new Response(null, { status: 204 })
  })
  const [request] = captured
  if (!request) throw new Error('oauth4webapi sent no request.')
  return request
}
