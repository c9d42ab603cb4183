import { describe, expect, test } from 'vitest'
import { AUTHENTICATION_METHODS } from '@/lib/authorization-server/client-authentication/methods'
import { ENDPOINTS } from '@/lib/authorization-server/endpoints'
import { metadata as metadataEndpoint } from '@/lib/authorization-server/endpoints/metadata'
import { GRANTS } from '@/lib/authorization-server/grants'
import { RESPONSE_MODES } from '@/lib/authorization-server/response-modes'
import { RESPONSE_TYPES } from '@/lib/authorization-server/response-types'
import { PRESETS } from '@/lib/oauth/policy'
import {
  basic,
  CALLBACK,
  createTestAuthorizationServer,
  TEST_ORIGINS,
  VERIFIER,
} from '@/lib/testing/authorization-server'
import { outcome, register } from '@/lib/testing/back-channel'
import { CLIENT_KEY } from '@/lib/testing/client-assertion'
import {
  askAuthorization,
  askToken,
  discover,
  EVERYTHING,
  GRANT_EXERCISES,
  listed,
  METHOD_EXERCISES,
  registerByMethod,
} from '@/lib/testing/exercises'
import { authorizePath } from '@/lib/testing/front-channel'

/** Everything somebody could try: what the registries know, and values of the registry at IANA that they do not. */
const GRANT_TYPES = unique([
  ...Object.keys(GRANT_EXERCISES),
  ...GRANTS.map(({ grantType }) => grantType),
  ...RESPONSE_TYPES.flatMap(({ grantTypes }) => grantTypes),
])
const TYPES = unique([
  ...RESPONSE_TYPES.map(({ name }) => name),
  ...['token', 'id_token', 'none', 'code token', 'code id_token', 'id_token token', 'code id_token token'],
])
const METHODS = unique([
  ...AUTHENTICATION_METHODS,
  ...['client_secret_jwt', 'tls_client_auth', 'self_signed_tls_client_auth'],
])
const MODES = unique([...RESPONSE_MODES, 'form_post', 'query.jwt', 'web_message'])

const API_PATHS = ENDPOINTS.filter((one) => one.kind === 'api' && one !== metadataEndpoint).map(({ path }) => path)

const everything = {
  client_id: EVERYTHING,
  grant_types: GRANT_TYPES,
  response_types: RESPONSE_TYPES.map(({ name }) => name),
  redirect_uris: [CALLBACK],
  scope: 'openid photos.read photos.write',
}

describe.each(PRESETS)('under the preset %s', (preset) => {
  const server = () => createTestAuthorizationServer({ preset, clients: [everything] })

  test.each(GRANT_TYPES)(
    '[MD-06] MUST complete the grant %s when it is advertised, and refuse it otherwise',
    async (grantType) => {
      const as = await server()
      const isAdvertised = listed(await discover(as), 'grant_types_supported').includes(grantType)
      const exercise = GRANT_EXERCISES[grantType]
      if (!exercise) throw new Error(`Say in lib/testing/exercises.ts how to use the grant ${grantType}.`)
      const tokens = await exercise(as)
      expect(typeof tokens?.access_token === 'string').toBe(isAdvertised)
    },
  )

  test('[MD-06] MUST advertise no grant that nobody can exercise, and refuse one that nobody knows', async () => {
    const as = await server()
    const advertised = listed(await discover(as), 'grant_types_supported')
    expect(advertised.filter((grantType) => !(grantType in GRANT_EXERCISES))).toEqual([])
    const unknown = await as.form('/token', { grant_type: 'urn:example:unknown' }, basic(EVERYTHING))
    expect(await outcome(unknown)).toBe('400 unsupported_grant_type')
  })

  test.each(TYPES)(
    '[MD-06] MUST answer the response type %s when it is advertised, and refuse it otherwise',
    async (type) => {
      const as = await server()
      const isAdvertised = listed(await discover(as), 'response_types_supported').includes(type)
      const scope = type.includes('id_token') ? 'openid photos.read' : 'photos.read'
      const answer = await askAuthorization(as, { response_type: type, scope, nonce: 'a-nonce-of-this-request' })
      expect(answer !== null).toBe(isAdvertised)
      if (!answer) return
      const brought = ['code', 'token', 'id_token'].filter(
        (word) => (word === 'token' ? 'access_token' : word) in answer,
      )
      expect(brought).toEqual(['code', 'token', 'id_token'].filter((word) => type.split(' ').includes(word)))
    },
  )

  test.each(MODES)(
    '[MD-06] MUST answer in the response mode %s when it is advertised, and refuse it otherwise',
    async (mode) => {
      const as = await server()
      const isAdvertised = listed(await discover(as), 'response_modes_supported').includes(mode)
      const answer = await askAuthorization(as, { response_mode: mode })
      expect(typeof answer?.code === 'string').toBe(isAdvertised)
    },
  )

  test.each(METHODS)(
    '[MD-06] MUST accept clients that authenticate by %s when it is advertised, and no others',
    async (method) => {
      const as = await server()
      const metadata = await discover(as)
      const isAdvertised = listed(metadata, 'token_endpoint_auth_methods_supported').includes(method)
      const wish = { redirect_uris: [CALLBACK], token_endpoint_auth_method: method, jwks: { keys: [CLIENT_KEY] } }
      expect((await register(as, wish)).status).toBe(isAdvertised ? 201 : 400)
      if (!isAdvertised) return

      const show = METHOD_EXERCISES[method]
      if (!show) throw new Error(`Say in lib/testing/exercises.ts how to authenticate by ${method}.`)
      const client_id = await registerByMethod(as, method)
      const parameters = {
        grant_type: 'authorization_code',
        code: await as.seedCode({ client_id }),
        redirect_uri: CALLBACK,
        code_verifier: VERIFIER,
      }
      expect(await askToken(as, parameters, () => show(client_id))).toMatchObject({ access_token: expect.any(String) })

      for (const [endpoint, path] of [
        ['introspection', '/introspect'],
        ['revocation', '/revoke'],
      ] as const) {
        const own = await show(client_id)
        const response = await as.form(path, { token: 'unknown', ...own.parameters }, own.headers)
        const isOffered = listed(metadata, `${endpoint}_endpoint_auth_methods_supported`).includes(method)
        expect({ endpoint, refused: response.status === 401 }).toEqual({ endpoint, refused: !isOffered })
      }
    },
  )

  test.each(['S256', 'plain', 'S512'])(
    '[MD-06] MUST take challenges by %s when it is advertised, and no others',
    async (method) => {
      const as = await server()
      const methods = listed(await discover(as), 'code_challenge_methods_supported')
      const challenge = method === 'plain' ? { code_challenge: VERIFIER } : {}
      const answer = await askAuthorization(as, { ...challenge, code_challenge_method: method })
      if (answer === null) return expect(methods).not.toContain(method)
      const parameters = { grant_type: 'authorization_code', code: String(answer.code), redirect_uri: CALLBACK }
      const wrong = { ...parameters, code_verifier: VERIFIER.toLowerCase() }
      const credentials = async () => ({ parameters: {}, headers: basic(EVERYTHING) })
      const looks = (await askToken(as, wrong, credentials)) === null
      expect(looks).toBe(methods.includes(method))
    },
  )

  test.each(API_PATHS)('[MD-06] MUST serve %s when it is advertised, and refuse it otherwise', async (path) => {
    const as = await server()
    const isAdvertised = Object.values(await discover(as)).includes(`${TEST_ORIGINS.issuer}${path}`)
    const response = await as.form(path, { client_id: EVERYTHING }, basic(EVERYTHING))
    expect(response.status === 404).toBe(!isAdvertised)
  })

  test('[MD-06] MUST name no endpoint that is not there', async () => {
    const as = await server()
    const urls = Object.entries(await discover(as)).filter(([name]) => /_endpoint$|^jwks_uri$/.test(name))
    for (const [name, url] of urls) expect([name, (await as.request(String(url))).status]).not.toEqual([name, 404])
  })

  test('[MD-06] MUST demand pushed requests exactly when it says so', async () => {
    const as = await server()
    const { require_pushed_authorization_requests: demanded = false } = await discover(as)
    const response = await as.request(authorizePath({ client_id: EVERYTHING }))
    expect(response.status !== 200).toBe(demanded)
  })

  test('[MD-06] MUST name the issuer in its answers exactly when it says so', async () => {
    const as = await server()
    const { authorization_response_iss_parameter_supported: named } = await discover(as)
    expect((await askAuthorization(as))?.iss).toBe(named ? TEST_ORIGINS.issuer : undefined)
  })

  test('[MD-06] MUST bind every token to a proven key exactly when it says so', async () => {
    const metadata = await discover(await server())
    const isOffered = 'dpop_signing_alg_values_supported' in metadata
    for (const grantType of listed(metadata, 'grant_types_supported').filter((name) => name !== 'implicit')) {
      const tokens = await GRANT_EXERCISES[grantType]?.(await server())
      expect([grantType, tokens?.token_type]).toEqual([grantType, isOffered ? 'DPoP' : 'Bearer'])
    }
  })
})

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
