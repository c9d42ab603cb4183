'use client'

import { usePathname } from 'next/navigation'
import { classes } from './classes'
import { Icon } from './icon'
import { Way } from './way'

/** Everything outside the player, in the order in which most people need it. */
const PLACES = [
  { href: '/learn', label: 'Learn' },
  { href: '/flows', label: 'Flows' },
  { href: '/compare', label: 'Compare' },
  { href: '/attacks', label: 'Attacks' },
  { href: '/storage', label: 'Storage' },
  { href: '/tokens', label: 'Tokens' },
]

/** Pages with a content security policy of their own: it counts for a whole document, so the ways to them load one. */
const OWN_POLICY = ['/storage']

interface SiteBarProps {
  /** This is a page with a policy of its own: the ways away from it load a document, too. */
  ownPolicy?: boolean
  /** The page uses the whole width. */
  wide?: boolean
}

/** The top of pages outside the player: the way home and to everything else. */
export function SiteBar({ ownPolicy = false, wide = false }: SiteBarProps) {
  return (
    <header className="border-line border-b bg-surface">
      <div className={classes('mx-auto flex h-12 items-center justify-between px-4 sm:px-6', !wide && 'max-w-6xl')}>
        <Way href="/" document={ownPolicy} className="font-bold tracking-tight">
          Grant Lab
        </Way>
        <nav aria-label="Site">
          <button
            type="button"
            popoverTarget="site-menu"
            className="-mr-2 flex h-9 items-center gap-2 rounded-md px-2 font-medium text-muted hover:bg-sunken hover:text-ink sm:hidden"
          >
            <Icon name="menu" />
            Menu
          </button>
          <ul
            id="site-menu"
            popover="auto"
            className="inset-auto top-12 right-2 m-0 min-w-44 rounded-lg border border-control bg-surface p-1.5 text-ink sm:hidden"
          >
            <Places ownPolicy={ownPolicy} className="block" />
          </ul>
          <ul className="-mr-3 flex max-sm:hidden">
            <Places ownPolicy={ownPolicy} />
          </ul>
        </nav>
      </div>
    </header>
  )
}

function Places({ ownPolicy, className }: { ownPolicy: boolean; className?: string }) {
  const here = usePathname()
  return PLACES.map(({ href, label }) => {
    const current = here === href || here.startsWith(`${href}/`)
    return (
      <li key={href}>
        <Way
          href={href}
          document={ownPolicy || OWN_POLICY.includes(href)}
          aria-current={current ? 'page' : undefined}
          className={classes(
            'rounded-md px-3 py-2 font-medium hover:bg-sunken hover:text-ink',
            current ? 'text-ink underline decoration-2 decoration-accent underline-offset-8' : 'text-muted',
            className,
          )}
        >
          {label}
        </Way>
      </li>
    )
  })
}
