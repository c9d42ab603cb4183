/** How strongly a row binds. */
export type Level = 'MUST' | 'SHOULD' | 'MAY'

/** One requirement on the authorization server, the resource server or the client, paraphrased. */
export interface Row {
  id: string
  level: Level
  requirement: string
}

/**
 * The checklist's rows: general, authorization endpoint, client authentication, token endpoint, code, PKCE, client
 * credentials, refresh, introspection, revocation, registration, metadata, keys, resource server, JWT access tokens, clients.
 */
const TABLE = `
GEN-01 MUST Token endpoint accepts parameters only as application/x-www-form-urlencoded UTF-8 body
GEN-02 MUST A ;charset=UTF-8 parameter and any letter case of the media type are accepted
GEN-03 SHOULD multipart/form-data must not be silently accepted (request.formData() would)
GEN-04 MUST Client uses POST at token endpoint; server must not serve tokens on GET
GEN-05 MUST Client credentials / other parameters in the request URI are not honoured
GEN-06 MUST No parameter more than once – request
GEN-07 MUST Duplicated redirect_uri or client_id at authorize → no redirect at all
GEN-08 MUST resource (8707) and audience (8693) are the parameters that may repeat
GEN-09 MUST Parameter without value = absent
GEN-10 MUST Unrecognised request parameters ignored
GEN-11 MUST Names and values case sensitive
GEN-12 MUST Error / description chars limited to %x20-21,%x23-5B,%x5D-7E
GEN-13 MUST Cache-Control: no-store on every response with tokens, codes, credentials (incl. errors); Pragma: no-cache too in 20
GEN-14 MUST JSON responses application/json, numbers as numbers
GEN-15 MUST No CORS at the authorization endpoint
GEN-16 MAY CORS on token/metadata/jwks/register/userinfo/revoke for browser clients; never reflect any Origin with credentials
GEN-17 MUST All endpoint URLs https except loopback; no fragment in authorization/token endpoint URL
GEN-18 SHOULD Unknown internal failure → server_error / 500 JSON without stack
GEN-19 MUST Body size and parameter count bounded; PAR over limit → 413
GEN-20 SHOULD HEAD / OPTIONS have no side effects (Next maps HEAD→GET automatically)
GEN-21 MUST Issuer and endpoint URLs never derived from Host/X-Forwarded-Host of the request
GEN-22 MUST Values with +, %20, %2B, non-ASCII decode per App. B
GEN-23 SHOULD Security headers on every AS HTML page: CSP frame-ancestors 'none', X-Frame-Options: DENY, Referrer-Policy: no-referrer, X-Content-Type-Options: nosniff
AUT-01 MUST GET supported; POST optional, and if supported behaves the same
AUT-02 MUST Missing/unknown client_id → tell the user, no redirect
AUT-03 MUST Missing (several registered), invalid or unmatched redirect_uri → no redirect
AUT-04 MUST Same rule also when another error is present (bad scope + bad redirect)
AUT-05 MUST redirect_uri compared by simple string comparison
AUT-06 MUST Loopback exception: only the port may vary, for http://127.0.0.1, http://[::1] (and localhost if registered)
AUT-07 MUST Loopback port leniency only for native/loopback registrations, not for web clients
AUT-08 MUST Registered query part retained; response params appended with &
AUT-09 MUST redirect_uri must be absolute, no fragment (also at registration)
AUT-10 MUST http redirect URIs only for loopback
AUT-11 SHOULD private-use scheme without a . rejected
AUT-12 MUST Missing response_type → invalid_request by redirect
AUT-13 MUST Unknown response_type → unsupported_response_type; known but not allowed for client → unauthorized_client
AUT-14 MUST multi-value response_type order-insensitive
AUT-15 MUST state returned exactly, on success and on error; absent if not sent
AUT-16 MUST iss in every authorization response, success and error, equal to metadata issuer
AUT-17 MUST User authenticated before the decision; consent obtained or established
AUT-18 SHOULD Consent page shows client name, scopes, redirect host, user; explicit deny gives access_denied
AUT-19 SHOULD No silent approval for public / unauthenticated clients
AUT-20 MUST Login/consent POST protected from CSRF, bound to the pending transaction and to the session
AUT-21 MUST Redirect after a credential POST is never 307
AUT-22 MUST Page not framable
AUT-23 MUST Scope: unknown/malformed → invalid_scope, or ignore and report the granted scope
AUT-24 MUST Omitted scope → documented default or invalid_scope
AUT-25 MUST PKCE supported; required for public clients
AUT-26 MUST Unsupported code_challenge_method → invalid_request
AUT-27 MUST challenge syntax 43–128 unreserved; S256 challenge is 43 chars
AUT-28 MUST method defaults to plain when omitted → if plain is off, error, never treat as S256
AUT-29 SHOULD refuse constant challenge/nonce reuse (reasonable effort)
AUT-30 MUST Error responses of implicit/hybrid go to the fragment
AUT-31 MUST response_mode=query refused for token-bearing responses; unknown mode → error
AUT-32 MUST form_post: 200 HTML auto-submit POST, values HTML-escaped, Cache-Control: no-cache, no-store
AUT-33 SHOULD Append #_ (or #) to redirect Location to stop fragment re-attachment (optional)
AUT-34 MUST Error redirects are not an open redirector: authenticate first / do not auto-redirect to untrusted (DCR) redirect URIs
AUT-35 MUST request/request_uri unsupported → request_not_supported / request_uri_not_supported
AUT-36 MUST redirect_uri may be omitted only if exactly one is registered
AUT-37 MUST Code unguessable: ≥128 bit (160 SHOULD)
CA-01 MUST HTTP Basic supported for clients with a secret
CA-02 MUST Basic user and password are form-url-encoded before base64
CA-03 MUST client_secret_post supported, body only
CA-04 MUST More than one mechanism → invalid_request
CA-05 MUST Basic id and body client_id differ → refused
CA-06 MUST Failure via Authorization header → 401 + WWW-Authenticate: Basic … + JSON invalid_client
CA-07 MAY Failure via body → 400 or 401 invalid_client; a 401 must carry WWW-Authenticate
CA-08 MUST Unknown client and wrong secret indistinguishable (body, status, timing class)
CA-09 MUST Confidential client without authentication → invalid_client
CA-10 MUST Public client identifies itself by client_id
CA-11 SHOULD Public client sending a secret is refused, not silently accepted
CA-12 MUST Registered method enforced (token_endpoint_auth_method)
CA-13 MUST Brute-force protection of secret endpoints
CA-14 MUST Malformed Basic (no colon, not base64, extra parts)
CA-15 MUST Auth scheme name case-insensitive
CA-16 MUST JWT assertion: iss=sub=client_id, aud, exp required; signature verified; asymmetric vs HMAC separated
CA-17 MUST aud must be the issuer identifier as sole value (legacy switch: token endpoint / PAR URL accepted)
CA-18 SHOULD jti single-use during validity; exp ≤ now+limit; nbf,iat honoured
CA-19 MUST alg allow-list; none, HS* with public key, embedded jwk/jku/x5u ignored
CA-20 MUST client_assertion_type exact; body client_id equal to sub
CA-21 SHOULD asymmetric client auth available and advertised
CA-22 MUST Secret stored so that a DB leak does not reveal it (hash); client_secret_jwt is then impossible → not offered
TOK-01 MUST Missing grant_type → invalid_request; unknown → unsupported_grant_type
TOK-02 MUST Grant not allowed for this client → unauthorized_client
TOK-03 MUST Success: 200, access_token, token_type; expires_in RECOMMENDED
TOK-04 MUST scope in response REQUIRED when different from request
TOK-05 MUST Errors: 400 (unless stated) JSON error
TOK-06 MUST access/refresh tokens unguessable, ≥128 bit (≤2^-128 guess prob; 2^-160 SHOULD)
TOK-07 SHOULD Access tokens short-lived, least scope, audience-restricted
TOK-08 MUST Order: authenticate client before looking at the grant; wrong client auth must not consume the code
TOK-09 MUST Tokens/codes stored hashed; log lines redacted
TOK-10 MUST token_type compared case-insensitively by client
AC-01 MUST Missing code → invalid_request; unknown → invalid_grant
AC-02 MUST Code bound to client
AC-03 MUST redirect_uri required and identical if it was in the authorization request
AC-04 MUST 2.1 client may omit it; if sent it must match
AC-05 MUST Single use
AC-06 SHOULD On (otherwise valid) replay revoke tokens issued from it
AC-07 SHOULD Replay with wrong verifier / bad client auth must not revoke
AC-08 MUST Single use also under concurrency
AC-09 MUST Expiry ≤ 10 min (RECOMMENDED max)
AC-10 MUST Deleted/disabled user or client between code and exchange
AC-11 MUST Scope of token ≤ consented scope; scope parameter at token request for the code grant is ignored or narrows only
AC-12 SHOULD RT issued only by policy; bound to scope and resources consented
PK-01 MUST S256 verified: BASE64URL(SHA256(ASCII(v)))
PK-02 MUST mismatch → invalid_grant
PK-03 MUST challenge present, verifier missing → refused
PK-04 MUST verifier present, no challenge stored → refused (downgrade)
PK-05 MUST verifier 43–128 unreserved chars
PK-06 MUST S256 challenge cannot be redeemed as plain (send the challenge as verifier)
PK-07 SHOULD plain off by default, not advertised
PK-08 MUST Server supports S256 (MTI)
PK-09 MUST Failed verifier does not leave the code usable forever: after N failures or first failure consume (policy), documented
PK-10 MUST challenge never recoverable from the code by others
PK-11 MUST Metadata advertises code_challenge_methods_supported
IM-01 MUST Token in fragment, never in query; token_type, expires_in, scope if different, state
IM-02 MUST No refresh token
IM-03 MUST redirect_uri must be registered/validated before issuing
IM-04 MUST Off by default; metadata omits token; request → unsupported_response_type or unauthorized_client
IM-05 MUST nonce REQUIRED when id_token is returned from the authorization endpoint
IM-06 MUST id_token token → at_hash REQUIRED
TX-01 MUST subject_token and subject_token_type required
TX-02 MUST actor_token_type required iff actor_token
TX-03 MUST invalid/expired/revoked subject or actor token → invalid_request (not invalid_grant)
TX-04 SHOULD target not allowed → invalid_target
TX-05 MUST response has issued_token_type, token_type (N_A if not an access token)
TX-06 MUST result never exceeds subject token's scope / policy; exp ≤ subject's exp
TX-07 SHOULD delegation yields act; nested chain kept; impersonation needs explicit policy
TX-08 SHOULD may_act honoured when present
TX-09 MUST client authenticated, allowed for the grant
TX-10 SHOULD only accept subject tokens whose audience includes the exchanging service
JB-01 MUST assertion single JWT; iss, sub, aud, exp required; sig valid
JB-02 MUST any invalidity → invalid_grant
JB-03 MUST aud identifies this AS (issuer or token endpoint)
JB-04 MUST client credentials, if present, validated
JB-05 MAY jti replay refused (recommended)
JB-06 MUST issuer trusted for that subject domain; alg allow-list
JB-07 SHOULD no refresh token; scope bounded by issuer policy
RI-01 MUST resource absolute URI without fragment
RI-02 MUST unknown/forbidden resource → invalid_target
RI-03 MUST token request resource must be among those granted
RI-04 SHOULD aud of AT = requested resource only
RO-01 MUST username, password required; bad → invalid_grant
RO-02 MUST Client authentication if confidential
RO-03 MUST Brute-force protection of the endpoint
RO-04 SHOULD Unknown user ≡ wrong password (no enumeration)
RO-05 MUST Disabled: unsupported_grant_type, not in metadata
RO-06 SHOULD Scope limited by policy (user has not consented)
RO-07 MUST Password never logged / echoed
CC-01 MUST Only confidential clients
CC-02 SHOULD No refresh token
CC-03 MUST Scope checked against the client's allow-list
CC-04 SHOULD sub not confusable with a user; client_id chosen by AS
CC-05 MUST No openid/id_token for CC
RT-01 MUST Missing → invalid_request; unknown/expired/revoked → invalid_grant
RT-02 MUST Bound to client; confidential must authenticate
RT-03 MUST Requested scope must not exceed the original grant
RT-04 MUST Narrow request narrows AT only; new RT keeps the full original scope
RT-05 MUST Public clients: rotation or sender-constrained
RT-06 MUST Old RT presented again → invalid_grant and the active RT (family) revoked
RT-07 MUST Reuse detection under concurrency: of 20 parallel uses one 200, then family revoked (strict) or same response replayed (grace switch)
RT-08 MUST Reuse by a *wrong* client / wrong DPoP key does not revoke the family (DoS)
RT-09 SHOULD Idle expiry; absolute lifetime not extended by rotation
RT-10 MUST If a new RT is issued the client discards the old; RT scope identical
RT-11 SHOULD Revoked on logout / password change (policy)
RT-12 MUST RT never sent to RS, never accepted by RS as bearer
RT-13 MUST Refreshed id_token: same iss/sub/aud, iat new, auth_time original, no new nonce required
IN-01 MUST caller authorised (client auth or bearer)
IN-02 MUST POST form, token required
IN-03 MUST active boolean always
IN-04 SHOULD inactive answer is exactly {"active":false} (unknown, expired, revoked, foreign)
IN-05 MUST wrong/unknown token_type_hint does not change the answer
IN-06 MUST expiry, nbf, revocation, signature checked
IN-07 SHOULD only a caller the token is meant for sees details (aud / owner policy)
IN-08 SHOULD fields scope, client_id, username/sub, aud, iss, exp, iat, token_type, cnf
IN-09 MUST refresh tokens must not look like access tokens to an RS (token_type absent / RS refuses)
RV-01 MUST client validated, token must belong to it; else refused with an error
RV-02 MUST 200 for success and for an unknown/invalid token
RV-03 MUST unknown hint ignored; wrong hint → search extended
RV-04 MUST RT revocation supported; AT SHOULD
RV-05 SHOULD RT revoked → its ATs too; AT revoked → RT MAY
RV-06 MUST immediate
RV-07 MUST unsupported_token_type if AT revocation not supported; 503 allowed
RV-08 MUST POST only (JSONP GET of §2.3 not offered)
RV-09 MUST missing token → invalid_request
DR-01 MUST POST JSON → 201, no-store, client_id, client_id_issued_at; client_secret_expires_at if secret (0=never)
DR-02 MUST echo all registered metadata incl. server-changed values
DR-03 MUST errors 400: invalid_redirect_uri, invalid_client_metadata, invalid_software_statement, unapproved_software_statement
DR-04 MUST client-supplied client_id/client_secret ignored
DR-05 SHOULD grant_types/response_types consistent
DR-06 MUST redirect flows must register redirect_uris
DR-07 MUST jwks and jwks_uri not both
DR-08 MUST open registration: rate limit / initial access token (Bearer)
DR-09 MUST SSRF guard on jwks_uri, logo_uri, sector_identifier_uri, request_uris, client-metadata URLs
DR-10 SHOULD DCR/consent page flags unverified clients, displays redirect host
DR-11 MUST registration management: RAT bearer required, 401 otherwise, deleted client 401
MD-01 MUST /.well-known/oauth-authorization-server inserted before the issuer path
MD-02 MUST OIDC: {issuer}/.well-known/openid-configuration (append)
MD-03 MUST issuer identical to the one used to build the URL; https, no query/fragment
MD-04 MUST 200 application/json; empty arrays omitted
MD-05 MUST response_types_supported, endpoints present as applicable
MD-06 MUST metadata matches behaviour: every advertised grant/method works, every unadvertised one is refused
MD-07 SHOULD code_challenge_methods_supported, authorization_response_iss_parameter_supported, dpop_…, pushed_…, require_pushed_…
MD-08 MUST protected resource metadata: path insertion, resource equals the identifier
MD-09 SHOULD 401 of RS carries resource_metadata="…"
MD-10 MUST signature alg none never in token-endpoint auth algs
JW-01 MUST only public members; unique kid; use=sig; alg
JW-02 SHOULD rotation: new key published before use, old kept until tokens expire; max-age
JW-03 MUST RSA ≥2048, EC P-256+
RS-01 MUST Authorization header supported; scheme case-insensitive
RS-02 MUST No credentials → 401, WWW-Authenticate: Bearer with ≥1 auth-param, no error code
RS-03 MUST invalid/expired/revoked → 401 error="invalid_token"
RS-04 SHOULD insufficient → 403 error="insufficient_scope", scope="…"
RS-05 SHOULD malformed, repeated, two methods → 400 invalid_request
RS-06 MUST token in query ignored → treated as no token
RS-07 SHOULD if query allowed: success carries Cache-Control: private
RS-08 MAY form body only for POST + urlencoded, never GET
RS-09 MUST audience verified
RS-10 MUST scope/action verified per request
RS-11 MUST tokens not stored/logged in clear
RS-12 MUST realm/scope/error at most once in challenge; chars limited
RS-13 SHOULD response to authorised request not publicly cacheable
RS-14 MUST step-up: insufficient_user_authentication + acr_values/max_age (only if offered)
AT-01 MUST header typ: at+jwt; alg not none; RS256 supported
AT-02 MUST claims iss, exp, aud, sub, client_id, iat, jti
AT-03 SHOULD scope claim when scope requested; auth_time/acr/amr
AT-04 MUST RS accepts only typ at+jwt/application/at+jwt
AT-05 MUST RS: iss exact, aud contains own id, exp, signature with AS keys; none rejected; failure → invalid_token
AT-06 MUST no resource → default resource aud; several → all or error
AT-07 MUST alg confusion: HS256 signed with RSA/EC public key rejected; jwk,jku,x5u headers ignored; unknown crit rejected
AT-08 MUST kid used as lookup only (no path/SQL/URL use)
AT-09 SHOULD client treats AT as opaque
CL-01 MUST state/PKCE/nonce one-time, bound to user agent; reject missing, unknown, replayed, other-session
CL-02 MUST with >1 AS: mix-up defence (iss, or distinct redirect URIs)
CL-03 MUST nothing is sent to any token endpoint before state+iss checks pass
CL-04 MUST error responses validated the same way, text not rendered raw
CL-05 MUST no open redirector (returnTo allow-list)
CL-06 SHOULD callback page: no third-party content, Referrer-Policy: no-referrer, 303 away from the code URL
CL-07 MUST never AT in URL
CL-08 MUST S256 when capable; verifier ≥256 bit fresh
DV-01 MUST Device authorization: POST form; 200 JSON device_code, user_code, verification_uri, expires_in; interval optional (5)
DV-02 MUST Client authentication as at the token endpoint; errors as RFC 6749 section 5.2
DV-03 MUST Duplicates refused, unknown ignored, empty = absent
DV-04 MUST Pending → 400 authorization_pending
DV-05 MUST Poll faster than interval → slow_down; interval grows +5 s for this and later polls
DV-06 MUST Denied → access_denied; expired → expired_token
DV-07 MUST Unknown / other client's device_code → invalid_grant
DV-08 MUST device_code single use
DV-09 SHOULD User-code attempts rate limited; entropy fits the limit (8 chars base-20 ⇒ 5 tries)
DV-10 SHOULD device_code very high entropy
DV-11 SHOULD verification page states it is a device authorization, shows client, asks to confirm the code; verification_uri_complete still shows code
DV-12 SHOULD user_code case-insensitive, punctuation ignored, restricted alphabet
DV-13 MUST verification page unframable, CSRF-protected, user authenticated
DV-14 MUST metadata device_authorization_endpoint, grant in grant_types_supported
DV-15 SHOULD client stops on any other error, backs off exponentially on time-outs
PA-01 MUST POST form; 201 request_uri, expires_in (positive int)
PA-02 MUST Client authenticated as at token endpoint
PA-03 MUST request_uri parameter in the push → refused
PA-04 MUST Parameters validated as at authorize; bad redirect_uri → 400 invalid_request (JSON)
PA-05 MUST non-POST → 405; too big 413; too many 429
PA-06 MUST request_uri bound to the pushing client
PA-07 SHOULD one-time; expired MUST be rejected
PA-08 MUST client_id still required in the front channel; outside parameters ignored
PA-09 MUST with require_pushed_authorization_requests non-PAR → invalid_request
PA-10 MAY unregistered redirect_uri only for authenticated clients
PA-11 MUST unguessable reference
PA-12 MUST DPoP: dpop_jkt or DPoP header both supported, mismatch rejected
IS-01 MUST metadata authorization_response_iss_parameter_supported: true iff sent
IS-02 MUST client: compare by simple string comparison before using the code; missing while advertised → reject; also for errors
DP-01 MUST exactly one DPoP header, one JWT
DP-02 MUST required: header typ=dpop+jwt, alg, jwk; claims jti, htm, htu, iat
DP-03 MUST alg asymmetric, supported; not none/HS*
DP-04 MUST signature by embedded jwk; jwk has no private part
DP-05 MUST htm equals method (case-sensitive)
DP-06 MUST htu equals URI without query/fragment; normalise scheme/host/default port
DP-07 MUST iat (or nonce) within window
DP-08 SHOULD jti remembered per URI for the window
DP-09 MUST RS: ath = b64url(SHA256(AT)); key thumbprint = cnf.jkt
DP-10 MUST Bound AT with scheme Bearer is refused
DP-11 MUST Unbound AT with DPoP scheme is refused
DP-12 MUST token response token_type: DPoP when bound
DP-13 MUST public client RT bound to key; refresh with other key/no proof refused
DP-14 MUST dpop_bound_access_tokens=true client without proof refused
DP-15 MUST nonce required → AS 400 use_dpop_nonce + one DPoP-Nonce; RS 401 WWW-Authenticate: DPoP error="use_dpop_nonce"
DP-16 MUST once a nonce was provided, proofs without it are refused
DP-17 SHOULD RS challenge has algs
DP-18 MUST dpop_jkt at authorize: token request key must match
DP-19 MUST introspection returns cnf.jkt and token_type: DPoP
DP-20 SHOULD metadata dpop_signing_alg_values_supported
DP-21 MUST proof errors: AS invalid_dpop_proof 400; RS 401
OID-01 MUST openid scope makes it OIDC; without it no id_token
OID-02 MUST GET and POST at authorize both supported
OID-03 MUST id_token iss, sub (≤255 ASCII), aud(contains client_id), exp, iat; nonce if sent; auth_time if max_age
OID-04 MUST signed; RS256 MTI; none only if registered and code flow
OID-05 MUST prompt=none never shows UI; errors login_required, consent_required, interaction_required, account_selection_required
OID-06 MUST prompt=none with another value → error; prompt=login re-authenticates
OID-07 MUST max_age enforced, auth_time returned
OID-08 MUST at_hash (id_token token), c_hash (code id_token)
OID-09 MUST hybrid: iss and sub identical in both id_tokens
OID-10 MUST nonce required for implicit/hybrid with id_token
OID-11 MUST token response no-store
OID-12 MUST userinfo GET and POST, Bearer; sub always; sub equals id_token sub
OID-13 MUST userinfo errors as 6750
OID-14 MUST scopes profile,email,address,phone map to claims
OID-15 MUST offline_access needs consent (prompt=consent) and a code response type; otherwise ignored
OID-16 MUST RP validation steps (iss, aud, azp, alg, sig, exp, iat, nonce, at_hash/c_hash)
OID-17 MUST claims, request unsupported → documented error, metadata false
OID-18 SHOULD pairwise sub per sector
OID-19 MUST RP-initiated logout: exact post_logout_redirect_uri, user confirm without id_token_hint
OID-20 SHOULD login pages: display, ui_locales, login_hint, acr_values accepted without error
`

export const ROWS: readonly Row[] = TABLE.trim().split('\n').map(readRow)

/** Rows whose feature is built in a later issue, by topic. Each list only gets shorter. */
export const LATER: Readonly<Record<string, readonly string[]>> = {
  'form_post response mode': ['AUT-32'],
  'registration management (RFC 7592)': ['DR-11'],
  'step-up authentication (RFC 9470)': ['RS-14'],
}

function readRow(line: string): Row {
  const [, id = '', level, requirement = ''] = /^(\S+) (MUST|SHOULD|MAY) (.*)$/.exec(line) ?? []
  if (level !== 'MUST' && level !== 'SHOULD' && level !== 'MAY') throw new Error(`Not a row: ${line}`)
  return { id, level, requirement }
}
