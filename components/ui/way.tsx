import Link from 'next/link'
import type { ComponentProps } from 'react'

export interface WayProps extends ComponentProps<typeof Link> {
  href: string
  /** Loads a document: the page there has a policy of its own, or reads its address only once. */
  document?: boolean
}

/** A link inside the app. */
export function Way({ document = false, ...rest }: WayProps) {
  const To = document ? 'a' : Link
  return <To {...rest} />
}
