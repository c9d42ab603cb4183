import { SECRET_KINDS, type SecretKind } from '@/lib/oauth/secrets'
import { SecretGlyph } from './secret-glyph'

/** What the shapes of secrets stand for. */
export function SecretLegend({ kinds }: { kinds: readonly SecretKind[] }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1.5 text-muted text-sm">
      {kinds.map((kind) => (
        <li key={kind} className="inline-flex items-center gap-1.5 whitespace-nowrap">
          <SecretGlyph kind={kind} size={12} className="text-ink" />
          {SECRET_KINDS[kind].label}
        </li>
      ))}
    </ul>
  )
}
