import { type CitationId, citation } from '@/lib/oauth/citations'
import { classes } from './classes'

/** A link to the cited clause. */
export function SpecLink({ id, className }: { id: CitationId; className?: string }) {
  const { label, title, url } = citation(id)
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      title={title}
      aria-label={`${label}, ${title} (opens a new tab)`}
      className={classes(
        'whitespace-nowrap text-muted underline decoration-control underline-offset-3 hover:text-accent hover:decoration-current',
        className,
      )}
    >
      {label}
    </a>
  )
}
