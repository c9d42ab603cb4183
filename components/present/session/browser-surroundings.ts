import type { Kept, Spoken, Surroundings } from './presented'

/** The windows of one browser hear each other over a channel named after what they present. */
export function browserSurroundings(name: string): Surroundings & { close(): void } {
  const channel = new BroadcastChannel(`grant-lab ${name}`)
  const key = `grant-lab ${name}`
  return {
    say: (message) => channel.postMessage(message),
    hear(listener) {
      const listen = ({ data }: MessageEvent<Spoken>) => listener(data)
      channel.addEventListener('message', listen)
      return () => channel.removeEventListener('message', listen)
    },
    now: () => performance.now(),
    remember(kept) {
      try {
        localStorage.setItem(key, JSON.stringify(kept))
      } catch {
        // A full or forbidden storage: a reload starts at the beginning.
      }
    },
    recall() {
      try {
        return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null
      } catch {
        return null
      }
    },
    close: () => channel.close(),
  }
}

/** The name of this window, kept over a reload. A copied tab is another window. */
export function windowName(key: string): { id: string; again: boolean } {
  const place = `grant-lab window ${key}`
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const known = navigation?.type === 'reload' ? sessionStorage.getItem(place) : null
  const id = known ?? crypto.randomUUID()
  sessionStorage.setItem(place, id)
  return { id, again: known !== null }
}
