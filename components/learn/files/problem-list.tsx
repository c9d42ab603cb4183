import { classes } from '@/components/ui/classes'
import type { Problem } from '@/lib/course/file/problem'

/** Everything that is wrong with a lesson, with where it stands; what is wrong with it as a whole stands nowhere. */
export function ProblemList({ title, problems }: { title: string; problems: readonly Problem[] }) {
  return (
    <section role="alert" className="mt-6 rounded-lg border border-control bg-surface px-4 py-3">
      <h2 className="font-semibold text-lg">{title}</h2>
      <ul className="mt-2 grid gap-2">
        {problems.map(({ where, what }) => (
          <li key={`${where} ${what}`} className="grid gap-x-3 sm:grid-cols-[9rem_1fr]">
            {where && <span className="break-words font-mono text-muted text-sm leading-6">{where}</span>}
            <span className={classes(!where && 'col-span-full')}>{what}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
