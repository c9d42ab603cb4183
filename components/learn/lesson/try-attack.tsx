import Link from 'next/link'
import { Icon } from '@/components/ui/icon'
import { Prose } from '@/components/ui/prose'
import type { PreparedAttack } from '@/lib/course/lesson-plan'

/** The attack that a lesson ends with, set up to be run. */
export function TryAttack({ attack: { attack, grant, case: one, preset, note } }: { attack: PreparedAttack }) {
  const query = new URLSearchParams({ grant, ...(one !== undefined && { case: one }), preset })
  return (
    <section aria-labelledby="attack" className="mt-10">
      <h2 id="attack" className="font-semibold text-xl">
        Now watch it being attacked
      </h2>
      {note && <Prose text={note} className="mt-1 max-w-2xl text-muted" />}
      <p className="mt-3">
        <Link
          href={`/attacks/${attack}/run?${query}`}
          prefetch={false}
          className="inline-flex h-11 items-center gap-2 rounded-lg border border-control bg-surface px-4 font-semibold hover:bg-sunken"
        >
          Run the attack <Icon name="next" />
        </Link>
      </p>
    </section>
  )
}
