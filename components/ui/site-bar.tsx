import Link from 'next/link'

const LINK = 'rounded-md px-2 py-2 font-medium text-muted hover:bg-sunken hover:text-ink sm:px-3'

/**
 * The top of pages outside the player: the way home and to the flows. The storage page has a policy of its own, which
 * counts for a whole document: the ways to it and away from it load one.
 *
 * @param ownPolicy this is a page with a policy of its own
 */
export function SiteBar({ ownPolicy = false }: { ownPolicy?: boolean }) {
  const To = ownPolicy ? 'a' : Link
  return (
    <header className="border-line border-b bg-surface">
      <div className="mx-auto flex h-12 max-w-6xl items-center justify-between px-4 sm:px-6">
        <To href="/" className="font-bold tracking-tight">
          Grant Lab
        </To>
        <nav aria-label="Site" className="-mr-2 flex sm:-mr-3">
          <To href="/learn" className={`${LINK} max-sm:hidden`}>
            The cast
          </To>
          <a href="/storage" className={LINK}>
            Storage
          </a>
          <To href="/flows" className={LINK}>
            Flows
          </To>
          <To href="/compare" className={LINK}>
            Compare
          </To>
          <To href="/attacks" className={LINK}>
            Attacks
          </To>
        </nav>
      </div>
    </header>
  )
}
