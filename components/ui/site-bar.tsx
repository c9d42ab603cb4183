import Link from 'next/link'

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
        <nav aria-label="Site" className="-mr-3 flex">
          <To href="/learn" className="rounded-md px-3 py-2 font-medium text-muted hover:bg-sunken hover:text-ink">
            The cast
          </To>
          <a href="/storage" className="rounded-md px-3 py-2 font-medium text-muted hover:bg-sunken hover:text-ink">
            Storage
          </a>
          <To href="/flows" className="rounded-md px-3 py-2 font-medium text-muted hover:bg-sunken hover:text-ink">
            Flows
          </To>
        </nav>
      </div>
    </header>
  )
}
