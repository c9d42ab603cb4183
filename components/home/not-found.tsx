import Link from 'next/link'
import { SiteBar } from '@/components/ui/site-bar'

export function NotFound() {
  return (
    <>
      <SiteBar />
      <main className="mx-auto max-w-6xl px-4 sm:px-6 py-16">
        <h1 className="font-semibold text-2xl">There is no such page</h1>
        <p className="mt-3 text-lg text-muted">
          The address may be mistyped, or the flow is not in this version. Choose one of the{' '}
          <Link href="/flows" className="text-accent underline underline-offset-3">
            flows that are here
          </Link>
          .
        </p>
      </main>
    </>
  )
}
