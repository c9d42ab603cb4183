import { decodeBase64Url, decodeUtf8 } from './base64url'

export interface DecodedJwt {
  header: Record<string, unknown>
  payload: Record<string, unknown>
  signature: string
}

/** Reads a compact JWT (RFC 7519) without verifying anything; null when the text is not one. */
export function decodeJwt(text: string): DecodedJwt | null {
  const [header, payload, signature, ...rest] = text.split('.')
  if (!header || !payload || signature === undefined || rest.length > 0) return null
  try {
    const read = (part: string): unknown => JSON.parse(decodeUtf8(decodeBase64Url(part)))
    const decoded = { header: read(header), payload: read(payload) }
    if (!isObject(decoded.header) || !isObject(decoded.payload)) return null
    return { header: decoded.header, payload: decoded.payload, signature }
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
