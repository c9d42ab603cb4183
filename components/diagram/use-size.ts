'use client'

import { type RefObject, useLayoutEffect, useState } from 'react'

/** The inner size of an element, in whole pixels; null before it is known. */
export function useSize(element: RefObject<HTMLElement | null>): { width: number; height: number } | null {
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  useLayoutEffect(() => {
    const watched = element.current
    if (!watched) return
    const read = () => {
      const { clientWidth: width, clientHeight: height } = watched
      setSize((now) => (now?.width === width && now.height === height ? now : { width, height }))
    }
    read()
    const observer = new ResizeObserver(read)
    observer.observe(watched)
    return () => observer.disconnect()
  }, [element])
  return size
}
