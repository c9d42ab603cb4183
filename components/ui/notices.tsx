import { classes } from './classes'
import { Icon } from './icon'

/** What could not be done as asked, and what was done instead. */
export function Notices({ notices, className }: { notices: readonly string[]; className?: string }) {
  return (
    <div
      role="status"
      className={classes('max-w-3xl rounded-lg border border-control bg-surface px-4 py-2.5', className)}
    >
      {notices.map((notice) => (
        <p key={notice} className="flex items-start gap-2">
          <Icon name="warning" size={14} className="mt-[3px] shrink-0" />
          {notice}
        </p>
      ))}
    </div>
  )
}
