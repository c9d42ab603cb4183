import { header } from '@/lib/oauth/http'
import type { Exchange } from '@/lib/wire/exchange'

/**
 * What a grant does, read off the recorded messages of an honest run (and the names of all the moves its machine has). An attack that needs what a grant never does is
 * not applicable to it; `otherwise` is the reason, said with what was looked at.
 */
export const FACTS = {
  'code-through-browser': {
    holds: (run) => locations(run).some((url) => new URL(url).searchParams.has('code')),
    otherwise: 'No code passed through the browser in the honest run.',
  },
  'token-through-browser': {
    holds: (run) => locations(run).some((url) => new URLSearchParams(new URL(url).hash.slice(1)).has('access_token')),
    otherwise: 'No token passed through the address bar in the honest run.',
  },
  'browser-takes-part': {
    holds: (run) => run.some(({ from, to }) => from === 'browser' && to === 'authorization-server'),
    otherwise: 'No browser was sent to the authorization server in the honest run.',
  },
  'user-signs-in': {
    holds: (run) => run.some(({ request }) => /\/login$/.test(request.url) && request.method === 'POST'),
    otherwise: 'Nobody signed in at the authorization server in the honest run.',
  },
  'consent-asked': {
    holds: (run) => run.some(({ arrival }) => arrival === 'consent-page'),
    otherwise: 'No consent page was shown in the honest run.',
  },
  'password-at-client': {
    holds: (run) => run.some(({ to, request }) => to === 'client' && /(^|&)password=/.test(request.body ?? '')),
    otherwise: 'The application never got Alice’s password in the honest run.',
  },
  'refresh-token-issued': {
    holds: (run) => run.some(({ response }) => /"refresh_token"\s*:\s*"/.test(response?.body ?? '')),
    otherwise: 'No refresh token was issued in the honest run.',
  },
  'access-token-used': {
    holds: (run) =>
      run.some(({ to, request }) => to === 'resource-server' && header(request, 'authorization') !== null),
    otherwise: 'No access token was presented to the API in the honest run.',
  },
  'access-can-be-ended': {
    holds: (_run, moves) => moves.includes('revocation-request'),
    otherwise: 'The application of this grant never asks the server to revoke its tokens.',
  },
  'page-calls-api': {
    holds: (run) => run.some(({ from, to }) => from === 'browser' && to === 'resource-server'),
    otherwise: 'No page held a token in the honest run: the application has a server that keeps it.',
  },
  'client-keeps-session': {
    holds: (run) =>
      run.some(({ arrival, from, to }) => arrival === 'tokens' && from === 'client' && to === 'authorization-server') &&
      run.some(({ from, request }) => from === 'browser' && /\/callback\?/.test(request.url)),
    otherwise:
      'The honest run ends with no session at a server of the application that a browser has come back to with a code.',
  },
  'key-bound-token': {
    holds: (run) =>
      run.some(({ to, request }) => to === 'resource-server' && /^dpop /i.test(header(request, 'authorization') ?? '')),
    otherwise: 'No token bound to a key was presented to the API in the honest run.',
  },
  'app-uses-two-apis': {
    holds: (run) => run.some(({ request }) => /[?&]client_id=photo-editor(&|$)/.test(request.url)),
    otherwise:
      'The application of this grant uses one API only; the photo editor, which also orders prints, took no part.',
  },
  'browser-shows-data': {
    holds: (run) =>
      run.some(
        ({ from, to, request }) => from === 'browser' && to !== 'authorization-server' && /\/photos$/.test(request.url),
      ),
    otherwise: 'No browser asked for a user’s data in the honest run.',
  },
  'token-in-address': {
    holds: (run) => run.some(({ to, request }) => to === 'resource-server' && /[?&]access_token=/.test(request.url)),
    otherwise: 'No token stood in an address that was sent to the API in the honest run.',
  },
  'bearer-token-used': {
    holds: (run) =>
      run.some(
        ({ to, request }) => to === 'resource-server' && /^bearer /i.test(header(request, 'authorization') ?? ''),
      ),
    otherwise: 'No bearer token was presented to the API in the honest run.',
  },
  'user-data-read': {
    holds: (run) => run.some(({ to, request }) => to === 'resource-server' && /\/photos$/.test(request.url)),
    otherwise: 'No user’s data was read in the honest run: there is no user.',
  },
  'client-acts-for-itself': {
    holds: (run) => run.some(({ request }) => (request.body ?? '').includes('grant_type=client_credentials')),
    otherwise: 'The application never asked for a token of its own in the honest run.',
  },
  'jwt-access-token': {
    holds: (run) =>
      run.some(({ to, request }) =>
        /^\w+ [\w-]+\.[\w-]+\.[\w-]+$/.test(to === 'resource-server' ? (header(request, 'authorization') ?? '') : ''),
      ),
    otherwise: 'The access token of the honest run is a random string: there is nothing in it to forge.',
  },
  'client-authenticates': {
    holds: (run) => run.some(authenticated),
    otherwise: 'The application showed no secret in the honest run: it has none.',
  },
  'client-authenticates-by-key': {
    holds: (run) => run.some(({ request }) => /(^|&)client_assertion=/.test(request.body ?? '')),
    otherwise:
      'The application signed nothing to prove who it is in the honest run: it has a secret, or no proof at all.',
  },
  'assertion-granted': {
    holds: (run) => run.some(({ request }) => /(^|&)assertion=/.test(request.body ?? '')),
    otherwise: 'Nobody vouched for a user with an assertion in the honest run.',
  },
  'token-exchanged': {
    holds: (run) => run.some(({ request }) => /(^|&)subject_token=/.test(request.body ?? '')),
    otherwise: 'No token was exchanged for another in the honest run.',
  },
  'device-codes-issued': {
    holds: (run) => run.some(({ request }) => /\/device_authorization$/.test(request.url)),
    otherwise: 'No device asked for a code in the honest run: nobody had one to type.',
  },
  'request-pushed': {
    holds: (run) => run.some(({ request }) => /\/par$/.test(request.url) && request.method === 'POST'),
    otherwise: 'The application pushed no request in the honest run: there is no reference to take.',
  },
  'id-token-issued': {
    holds: (run) => run.some(hasIdToken),
    otherwise: 'No ID token was issued in the honest run: nobody signs in at the application.',
  },
  'token-or-login-brought': {
    holds: (run) => run.some(hasIdToken) || run.some(({ response }) => /#.*access_token=/.test(locationOf(response))),
    otherwise:
      'The application signs nobody in, and gets its token from the token endpoint alone: nobody else can bring it one.',
  },
  'server-could-be-chosen': {
    holds: (run) =>
      !run.some(({ to, response }) => to === 'client' && (response?.body ?? '').includes('name="app-config"')),
    otherwise:
      'The page of the application names the one authorization server it works with: there is no other to take it for.',
  },
  'client-unproven': {
    holds: (run) => !run.some(authenticated),
    otherwise: 'The application proved who it is in the honest run: what it is given, nobody else can pick up.',
  },
} as const satisfies Record<
  string,
  { holds: (run: readonly Exchange[], moves: readonly string[]) => boolean; otherwise: string }
>

export type FactId = keyof typeof FACTS

function hasIdToken({ response }: Exchange): boolean {
  return /"id_token"\s*:\s*"/.test(response?.body ?? '')
}

function locationOf(response: Exchange['response']): string {
  return (response && header(response, 'location')) ?? ''
}

/** Addresses that redirects of the authorization server sent the browser to. */
function locations(run: readonly Exchange[]): string[] {
  return run
    .filter(({ from, to }) => from === 'browser' && to === 'authorization-server')
    .map(({ response }) => (response && header(response, 'location')) ?? '')
    .filter((url) => URL.canParse(url))
}

function authenticated({ to, request }: Exchange): boolean {
  if (to !== 'authorization-server' || !/\/token$/.test(request.url)) return false
  return header(request, 'authorization') !== null || /(^|&)client_(secret|assertion)=/.test(request.body ?? '')
}
