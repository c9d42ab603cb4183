'use client'

import { useEffect, useState } from 'react'

/**
 * The key in the address's fragment. It leaves the address bar at once, so that neither the history nor a shared link
 * holds it, and stays with this tab over a reload.
 *
 * @returns undefined until it was looked for, null when there is none
 */
export function useClickerKey(code: string): string | null | undefined {
  const [key, setKey] = useState<string | null>()
  useEffect(() => {
    const place = `grant-lab clicker ${code}`
    const take = () => {
      const given = window.location.hash.slice(1)
      if (given) {
        sessionStorage.setItem(place, given)
        window.history.replaceState(window.history.state, '', window.location.pathname)
      }
      setKey(sessionStorage.getItem(place))
    }
    take()
    // A code scanned again opens the same page with another key.
    window.addEventListener('hashchange', take)
    return () => window.removeEventListener('hashchange', take)
  }, [code])
  return key
}
