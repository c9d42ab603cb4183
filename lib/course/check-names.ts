/** Every check of every party, by the name it is reported with. A test compares the list with the checks themselves. */
export const CHECK_NAMES: readonly string[] = `
  actor-allowed actor-token-good actor-token-typed assertion-algorithm-allowed assertion-audience
  assertion-current assertion-issuer-is-client assertion-key-registered assertion-readable
  assertion-signature-genuine assertion-type-header assertion-type-known assertion-unused
  authorization-header-readable bearer.not-in-url bearer.one-method bearer.presented bearer.well-formed
  callback.code callback.issuer callback.parameters-once callback.state callback.state-once caller-confidential
  caller-inside client-and-redirect-uri-once client-confidential client-id-sent client-ids-agree client-known
  client-method-registered client-registered client-secret-matches code-bound-to-client code-bound-to-key
  code-form-of-this-browser code-known code-redirect-uri-repeated code-sent code-unexpired code-unused
  credentials-not-in-uri decision-by-its-user device-approved device-code-bound-to-client device-code-known
  device-code-sent device-code-unexpired device-code-unused device-code-waiting device-decided
  device-polled-slowly device-response.valid directory.caller-known directory.subject-on-staff dpop.algorithm
  dpop.fresh dpop.method dpop.nonce dpop.one-proof dpop.proof-sent dpop.public-key dpop.signature dpop.target
  dpop.token-named dpop.type dpop.unused dpop.well-formed error-redirect-allowed exchange-client-confidential
  exchange-scope-within exchange-target-allowed fetched-keys-readable form-body form-parameters-once
  frontend.own-header grant-stands grant-type-registered grant-type-sent grant-type-supported
  id-token.access-token-hash id-token.algorithm id-token.audience id-token.authorized-party id-token.claims
  id-token.expiry id-token.issued-at id-token.issuer id-token.nonce id-token.same-login id-token.sent
  id-token.signature id-token.well-formed introspection.access-token introspection.active jwt.algorithm
  jwt.claims jwt.critical-headers jwt.issuer jwt.key jwt.signature jwt.type key-set.readable login.proof
  login.return-to logout-client-agrees logout-confirmed logout-hint-genuine logout-redirect-registered
  logout-redirect-vouched max-age-well-formed no-token-in-redirect nonce-sent one-authentication-mechanism
  openid-approved openid-requested ordered-with-active-token ordered-with-token-for-shop owner-credentials-sent
  owner-guesses-limited owner-password-correct page.answer page.issuer page.state page.tokens password-correct
  password-guesses-limited pkce-challenge-fresh pkce-challenge-present pkce-challenge-well-formed
  pkce-method-supported prompt-consistent push-key-agrees push-response.valid push-self-contained
  pushes-limited pushes-offered redirect-uri-determined redirect-uri-in-lab redirect-uri-registered
  refresh-bound-to-client refresh-bound-to-key refresh-scope-granted refresh-token-known refresh-token-sent
  refresh-unexpired refresh-unused registered-keys-by-value registration-authentication-method-known
  registration-json registration-keys-usable registration-nothing-to-fetch registration-one-key-source
  registration-post-logout-redirect-uris-inside-lab registration-redirect-uri-inside-lab
  registration-redirect-uri-scheme registration-redirect-uri-syntax registration-redirect-uris-present
  registration-types-consistent registration-unprotected registrations-limited request-object-absent
  request-parameters-once request-pushed request-uri-bound-to-client request-uri-known request-uri-unexpired
  request-uri-unused requested-resource-known requested-scope-allowed requested-scope-well-formed
  requested-token-type-supported resource-granted resource-response.valid response-mode-allowed
  response-type-allowed response-type-present response-type-supported scope-without-user secret-guesses-limited
  silent-consent silent-sign-in silent-sign-in-recent subject-token-for-caller subject-token-known
  subject-token-of-user subject-token-sent subject-token-type-supported subject-token-unexpired
  subject-token-unrevoked token-belongs-to-client token-bound-to-key token-for-caller token-is-for-access
  token-known token-response.token-type token-response.valid token-scope-consented token-sent token-unexpired
  token-unrevoked token.audience token.bound-to-key token.expiry token.scope token.subject
  transaction-answered-once transaction-in-its-browser transaction-open usage-response.valid user-approved
  user-assertion-algorithm user-assertion-audience user-assertion-claims user-assertion-current
  user-assertion-issuer-trusted user-assertion-readable user-assertion-scope user-assertion-sent
  user-assertion-signature user-assertion-subject user-assertion-unused user-code-guesses-limited
  user-code-known user-enabled userinfo-scope userinfo-token-in-one-place userinfo-token-presented
  userinfo-user userinfo.subject verifier-expected verifier-matches verifier-sent verifier-well-formed
`
  .trim()
  .split(/\s+/)
