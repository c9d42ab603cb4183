import { encodeForm, type Parameters } from '@/lib/oauth/form'

/** How response parameters travel to the redirect URI (OAuth Multiple Response Types, section 2.1). */
export const RESPONSE_MODES = ['query', 'fragment'] as const

/**
 * The redirect URI with the parameters in its query or fragment. What was registered stays as it is, its query
 * included (RFC 6749, section 3.1.2).
 */
export function addParameters(redirectUri: string, parameters: Parameters, responseMode: string): string {
  const encoded = encodeForm(parameters)
  if (responseMode === 'fragment') return `${redirectUri}#${encoded}`
  if (!redirectUri.includes('?')) return `${redirectUri}?${encoded}`
  return /[?&]$/.test(redirectUri) ? `${redirectUri}${encoded}` : `${redirectUri}&${encoded}`
}

/** The mode an error is answered in: the one asked for where it is safe, or else the default of the response type. */
export function responseModeFor(responseType: string | null, asked: string | null): string {
  const bearsTokens = /(^| )(token|id_token)( |$)/.test(responseType ?? '')
  const usable = RESPONSE_MODES.find((mode) => mode === asked && !(bearsTokens && mode === 'query'))
  return usable ?? (bearsTokens ? 'fragment' : 'query')
}
