import { Icon, type IconName } from '@/components/ui/icon'
import { SpecLink } from '@/components/ui/spec-link'
import type { GrantEntry } from '@/machines/kit/entry'

const STATUS: Record<GrantEntry['status'], { text: string; icon: IconName }> = {
  recommended: { text: 'Recommended', icon: 'check' },
  care: { text: 'Use with care', icon: 'warning' },
  legacy: { text: 'Legacy', icon: 'clock' },
  removed: { text: 'Removed in OAuth 2.1', icon: 'cross' },
}

/** What current best practice says of a grant, and where it says so. */
export function StatusBadge({ status, statusCite, rfc }: Pick<GrantEntry, 'status' | 'statusCite' | 'rfc'>) {
  const { text, icon } = STATUS[status]
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm leading-6">
      <span
        className={`inline-flex h-6 items-center gap-1.5 rounded-full border px-2.5 font-medium ${status === 'removed' ? 'border-control border-dashed' : 'border-control'}`}
      >
        <Icon name={icon} size={13} />
        {text}
      </span>
      <SpecLink id={statusCite ?? rfc} className="leading-6" />
    </p>
  )
}
