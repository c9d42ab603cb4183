import { VerdictMark } from '@/components/inspector/checks/verdict-mark'
import type { VerdictLook } from '@/components/inspector/checks/wording'
import { classes } from '@/components/ui/classes'
import { SpecLink } from '@/components/ui/spec-link'
import type { CheckReport } from '@/lib/oauth/report'

interface CheckListProps {
  label: string
  checks: readonly CheckReport[]
  /** How a failed check reads: refusing a forged token is a defence. */
  failed: VerdictLook
}

/** Checks as executed: the rule, what was compared, the verdict, the clause. */
export function CheckList({ label, checks, failed }: CheckListProps) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {checks.map((check) => (
        <li
          key={`${check.by} ${check.id}`}
          data-verdict={check.verdict}
          className={classes(
            'border-l-3 py-2 pl-2.5',
            check.verdict === 'failed' ? 'border-ink bg-sunken' : 'border-transparent',
          )}
        >
          <p className={classes('text-base', check.verdict === 'not-reached' && 'text-subtle')}>{check.rule}</p>
          {check.saw !== null && (
            <p className="mt-0.5 font-mono text-muted text-xs leading-5 [overflow-wrap:anywhere]">
              <span className="sr-only">Compared: </span>
              {check.saw}
            </p>
          )}
          {check.hint && <p className="mt-0.5 text-sm">{check.hint}</p>}
          <p className="mt-0.5 flex flex-wrap items-center gap-x-3 text-xs leading-6">
            <VerdictMark verdict={check.verdict === 'failed' ? failed : check.verdict} />
            {check.cites.map((id) => (
              <SpecLink key={id} id={id} className="leading-6" />
            ))}
          </p>
        </li>
      ))}
    </ol>
  )
}
