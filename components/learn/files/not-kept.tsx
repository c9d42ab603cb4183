import Link from 'next/link'
import { SiteBar } from '@/components/ui/site-bar'

/** The address names a lesson that was begun in another browser, or long ago. */
export function NotKept() {
  return (
    <>
      <SiteBar />
      <main className="mx-auto max-w-2xl px-4 py-10 sm:px-6">
        <h1 className="font-semibold text-2xl tracking-tight">This lesson is not in this browser</h1>
        <p className="mt-2 text-lg text-muted">
          Open its link again, or{' '}
          <Link href="/lessons" className="underline decoration-control underline-offset-3 hover:text-accent">
            its file
          </Link>
          . What you did in it is remembered.
        </p>
      </main>
    </>
  )
}
