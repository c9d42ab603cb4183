/**
 * The store's server cannot be reached, or did not answer in time. A command that was under way may or may not have
 * run; nothing here sends it again. The same handle works again once the server is back.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'

  /** @param server such as `PostgreSQL at localhost:5432` */
  constructor(server: string, cause: unknown) {
    super(`${server} cannot be reached or does not answer. Start it and try again.`, { cause })
  }
}

/** Host and port of a server's URL, for messages: its user and password stay out of them. */
export function addressOf(url: string, defaultPort: number) {
  if (!URL.canParse(url)) return 'its configured address'
  const { hostname, port } = new URL(url)
  return `${hostname || 'localhost'}:${port || defaultPort}`
}
