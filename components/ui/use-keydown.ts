import { useEffectEvent, useLayoutEffect } from 'react'

/**
 * Listens to the window's key presses for as long as the component stands. It listens before anybody sees the component,
 * and means what was drawn last: what a control offers, its key does at once.
 *
 * @param options `capture`: before those who listen without it
 */
export function useKeydown(listen: (event: KeyboardEvent) => void, { capture = false } = {}): void {
  const latest = useEffectEvent(listen)
  useLayoutEffect(() => {
    const heard = (event: KeyboardEvent) => latest(event)
    window.addEventListener('keydown', heard, { capture })
    return () => window.removeEventListener('keydown', heard, { capture })
  }, [capture])
}
