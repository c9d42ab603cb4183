import { ButtonLink } from '@/components/ui/button'
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
        <ButtonLink href={`/attacks/${attack}/run?${query}`} prefetch={false} size="lg">
          Run the attack <Icon name="next" />
        </ButtonLink>
      </p>
    </section>
  )
}
