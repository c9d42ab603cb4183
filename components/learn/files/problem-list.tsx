import type { Problem } from '@/lib/course/file/problem'

/** Everything that is wrong with a lesson, with where it stands. */
export function ProblemList({ title, problems }: { title: string; problems: readonly Problem[] }) {
  return (
    <section role="alert" className="mt-6 rounded-lg border border-control bg-surface px-4 py-3">
      <h2 className="font-semibold text-lg">{title}</h2>
      <ul className="mt-2 grid gap-2">
        {problems.map(({ where, what }) => (
          <li key={`${where} ${what}`} className="grid gap-x-3 sm:grid-cols-[9rem_1fr]">
            <span className="break-words font-mono text-muted text-sm leading-6">{where ?? 'the file'}</span>
            <span>{what}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
