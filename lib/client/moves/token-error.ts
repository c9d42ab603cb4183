/** What a token endpoint said when it refused (RFC 6749, section 5.2); null when the body is no such answer. */
export async function readTokenError(
  response: Response,
): Promise<{ error: string; description: string | null } | null> {
  try {
    const read: unknown = await response.json()
    if (typeof read !== 'object' || read === null || !('error' in read) || typeof read.error !== 'string') return null
    const description = 'error_description' in read ? read.error_description : null
    return { error: read.error, description: typeof description === 'string' ? description : null }
  } catch {
    return null
  }
}
