import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { createLab, type Lab } from './lab'

/** Where somebody's own application would listen; nothing does: the browser is stopped before it gets there. */
export const REDIRECT_URI = 'http://localhost:9/cb'

export interface OwnClient {
  lab: Lab
  id: string
  secret: string
  /** Origin and paths, for clients that are set up that way. */
  host: string
  path(endpoint: string): string
}

/** A lab with one more client, registered by its visitor. */
export async function labWithOwnClient(
  request: APIRequestContext,
  metadata: Record<string, unknown>,
  wishes: Record<string, unknown> = {},
): Promise<OwnClient> {
  const client_name = 'Somebody’s own client'
  const lab = await createLab(request, { ...wishes, clients: [{ client_name, ...metadata }] })
  const own = lab.clients.find((client) => client.client_name === client_name)
  if (!own?.client_secret) throw new Error('The lab did not register the client.')
  const { origin, pathname } = new URL(lab.issuer)
  return { lab, id: own.client_id, secret: own.client_secret, host: origin, path: (endpoint) => pathname + endpoint }
}

export const CODE_CLIENT = {
  redirect_uris: [REDIRECT_URI],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  scope: 'photos.read',
}

/** Alice signs in and approves; answers the URL the browser is sent back to. */
export async function aliceApproves(page: Page, authorizationUrl: string): Promise<URL> {
  const returned = page.waitForRequest((sent) => sent.url().startsWith(REDIRECT_URI))
  await page.goto(authorizationUrl)
  await page.getByLabel(/user ?name/i).fill('alice')
  await page.getByLabel(/password/i).fill('wonderland')
  await page.getByRole('button', { name: /sign in/i }).click()
  await page.getByRole('button', { name: /approve|allow/i }).click()
  return new URL((await returned).url())
}

/** The token opens what it was issued for. */
export async function expectPhotos(request: APIRequestContext, { lab }: OwnClient, accessToken: string): Promise<void> {
  const answer = await request.get(`${lab.resource}/photos`, { headers: { authorization: `Bearer ${accessToken}` } })
  expect(answer.status(), await answer.text()).toBe(200)
}
