import type { RoomState } from '@/lib/room/state'

const query = ({ options }: Pick<RoomState, 'options'>): string => {
  const search = new URLSearchParams({ ...options }).toString()
  return search && `?${search}`
}

/** Where the windows of one presentation are; the options say which. */
export const consoleAddress = (shared: Pick<RoomState, 'flow' | 'options'>): string =>
  `/present/${shared.flow}/console${query(shared)}`

export const audienceAddress = (shared: Pick<RoomState, 'flow' | 'options'>): string =>
  `/present/${shared.flow}${query(shared)}`

/** The presenter's phone. The key stands in the fragment, which is sent to no server. */
export const clickerAddress = (code: string, key: string): string => `${window.location.origin}/clicker/${code}#${key}`

/** What students type, and what the code in squares says. */
export const joinAddress = (code: string): string => `${window.location.origin}/join/${code}`
