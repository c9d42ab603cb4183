import { PartyIcon } from '@/components/ui/party-icon'
import { SecretGlyph } from '@/components/ui/secret-glyph'
import { PARTIES } from '@/lib/oauth/parties'
import { SECRET_KINDS, type SecretKind } from '@/lib/oauth/secrets'
import type { GrantEntry } from '@/machines/kit/entry'
import type { PartyNames } from '@/machines/kit/party-names'

const KINDS = Object.keys(SECRET_KINDS) as SecretKind[]

/** Who has had which secrets in hands once the grant is done: a key ring a party. */
export function Holdings({ holds, names }: { holds: NonNullable<GrantEntry['holds']>; names: PartyNames }) {
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-2" aria-label="Who has had which secrets in hands">
      {PARTIES.map((party) => {
        const kinds = KINDS.filter((kind) => holds[party]?.includes(kind))
        if (kinds.length === 0) return null
        const words = kinds.map((kind) => SECRET_KINDS[kind].label).join(', ')
        return (
          <li key={party} className="flex h-6 items-center gap-1.5" title={`${names[party].name}: ${words}`}>
            <PartyIcon party={party} size={20} />
            <span className="sr-only">{`${names[party].name}: ${words}`}</span>
            <Ring kinds={kinds} />
          </li>
        )
      })}
    </ul>
  )
}

function Ring({ kinds }: { kinds: readonly SecretKind[] }) {
  return (
    <span
      aria-hidden="true"
      className="flex h-[18px] items-center gap-1 rounded-full border border-control bg-surface px-1.5 text-ink"
    >
      {kinds.map((kind) => (
        <SecretGlyph key={kind} kind={kind} size={10} />
      ))}
    </span>
  )
}
