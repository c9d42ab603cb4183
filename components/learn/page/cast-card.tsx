import { ButtonLink } from '@/components/ui/button'

/** New here: the five parties, before the first flow. */
export function CastCard() {
  return (
    <p className="mt-6 flex flex-wrap items-center gap-3 rounded-lg border border-line bg-surface px-5 py-4">
      <span className="min-w-0 flex-1 basis-72">
        <strong className="font-semibold">New to OAuth?</strong> Meet the four roles and the browser between them; it
        takes a minute.
      </span>
      <ButtonLink href="/learn/cast">The cast</ButtonLink>
    </p>
  )
}
