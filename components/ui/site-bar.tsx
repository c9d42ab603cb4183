import Link from 'next/link'

/** The top of pages outside the player: the way home and to the flows. */
export function SiteBar() {
  return (
    <header className="border-line border-b bg-surface">
      <div className="mx-auto flex h-12 max-w-6xl items-center justify-between px-4 sm:px-6">
        <Link href="/" className="font-bold tracking-tight">
          Grant Lab
        </Link>
        <nav aria-label="Site" className="-mr-3 flex">
          <Link href="/learn" className="rounded-md px-3 py-2 font-medium text-muted hover:bg-sunken hover:text-ink">
            The cast
          </Link>
          <Link href="/storage" className="rounded-md px-3 py-2 font-medium text-muted hover:bg-sunken hover:text-ink">
            Storage
          </Link>
          <Link href="/flows" className="rounded-md px-3 py-2 font-medium text-muted hover:bg-sunken hover:text-ink">
            Flows
          </Link>
        </nav>
      </div>
    </header>
  )
}
