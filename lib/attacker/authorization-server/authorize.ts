import type { AttackerPage } from '../environment'

/**
 * `GET /server/authorize`: Mallory's authorization server asks its users nothing. It sends their browser on to the
 * honest server, with the application's own request, but for the parameters she wants otherwise (RFC 9700, section
 * 4.4.1). To the honest server it is a request of the application's; the application waits for an answer of hers.
 */
export const authorize: AttackerPage = (request, { origins, relay }) => {
  const target = new URL(`${origins.issuer}/authorize`)
  const asked = new URL(request.url).searchParams
  for (const [name, value] of asked) if (!(name in relay)) target.searchParams.append(name, value)
  for (const [name, value] of Object.entries(relay)) target.searchParams.append(name, value)
  return new Response(null, { status: 303, headers: { location: target.href, 'cache-control': 'no-store' } })
}
