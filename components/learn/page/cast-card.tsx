import Link from 'next/link'

/** New here: the five parties, before the first flow. */
export function CastCard() {
  return (
    <p className="mt-6 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border border-line bg-surface px-5 py-4">
      <span className="min-w-0 flex-1 basis-72">
        <strong className="font-semibold">New to OAuth?</strong> Meet the four roles and the browser between them; it
        takes a minute.
      </span>
      <Link
        href="/learn/cast"
        className="inline-flex h-9 items-center rounded-md border border-control bg-surface px-3.5 font-semibold hover:bg-sunken"
      >
        The cast
      </Link>
    </p>
  )
}
