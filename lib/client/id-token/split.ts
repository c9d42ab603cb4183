/**
 * Takes the ID token out of a token response. oauth4webapi judges the rest; the ID token is judged by the
 * application's own rulebook, a check for each step, on the lab's clock and with keys that were fetched in the open.
 */
export async function splitIdToken(response: Response): Promise<{ answer: Response; idToken: string | null }> {
  const { status, headers } = response
  const body = await response.text()
  const read = readObject(body)
  const isToken = response.ok && typeof read?.id_token === 'string'
  if (!isToken) return { answer: new Response(body, { status, headers }), idToken: null }
  const { id_token, ...rest } = read
  return { answer: new Response(JSON.stringify(rest), { status, headers }), idToken: String(id_token) }
}

function readObject(text: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : null
  } catch {
    return null
  }
}
