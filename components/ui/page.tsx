import type { ReactNode } from 'react'
import { classes } from './classes'
import { SiteBar } from './site-bar'

interface PageProps {
  /** The heading; a page without one has its own among its children. */
  title?: ReactNode
  /** What the page is for, in a sentence or two. */
  lead?: ReactNode
  /** The way back, above the heading. */
  trail?: ReactNode
  /** `text`: lines for reading; `window`: as wide as the window. All begin where the bar begins. */
  width?: 'text' | 'page' | 'window'
  /** The page has a content security policy of its own. */
  ownPolicy?: boolean
  children?: ReactNode
}

/** A page outside the player: the site's bar, and what is on the page. */
export function Page({ title, lead, trail, width = 'page', ownPolicy = false, children }: PageProps) {
  const head = (
    <>
      {trail && <p className="mb-1 text-muted text-sm">{trail}</p>}
      {title && <h1 className="text-balance font-semibold text-3xl tracking-tight">{title}</h1>}
      {lead && <p className="mt-2 max-w-3xl text-pretty text-lg text-muted">{lead}</p>}
      {children}
    </>
  )
  return (
    <>
      <SiteBar ownPolicy={ownPolicy} wide={width === 'window'} />
      <main className={classes('mx-auto px-4 pt-10 pb-20 sm:px-6', width !== 'window' && 'max-w-6xl')}>
        {width === 'text' ? <div className="max-w-4xl">{head}</div> : head}
      </main>
    </>
  )
}
