import { LinkLine } from '@/components/diagram/link-line'
import type { Link } from '@/components/diagram/map-layout'
import { PartyBox } from '@/components/diagram/party-box'
import type { Party } from '@/lib/oauth/parties'
import { PARTY_NAMES } from '@/machines/kit/party-names'

/** The grid of the player's map, in parts of the width and height. */
const PLACES = {
  user: { x: '15%', y: '22%' },
  browser: { x: '50%', y: '22%' },
  'authorization-server': { x: '85%', y: '22%' },
  client: { x: '50%', y: '78%' },
  'resource-server': { x: '85%', y: '78%' },
} as const satisfies Partial<Record<Party, { x: string; y: string }>>

type Member = keyof typeof PLACES

const MEMBERS: readonly Member[] = ['user', 'browser', 'client', 'authorization-server', 'resource-server']

const LINKS: readonly { id: string; link: Link; a: Member; b: Member }[] = [
  { id: 'human', link: 'human', a: 'user', b: 'browser' },
  { id: 'browser-client', link: 'front', a: 'browser', b: 'client' },
  { id: 'browser-authorization-server', link: 'front', a: 'browser', b: 'authorization-server' },
  { id: 'client-authorization-server', link: 'back', a: 'client', b: 'authorization-server' },
  { id: 'client-resource-server', link: 'back', a: 'client', b: 'resource-server' },
]

interface CastMapProps {
  parties: readonly Party[]
  links: readonly string[]
  /** A party was chosen. */
  onChoose(party: Party): void
}

/** The parties where the player's map puts them, with what connects them. */
export function CastMap({ parties, links, onChoose }: CastMapProps) {
  return (
    <div className="relative h-64 sm:h-80">
      <svg className="absolute inset-0 size-full" aria-hidden="true">
        {LINKS.map(({ id, link, a, b }) => (
          <LinkLine key={id} link={link} from={PLACES[a]} to={PLACES[b]} current={links.includes(id)} />
        ))}
      </svg>
      <ul aria-label="The cast">
        {MEMBERS.map((party) => {
          const { x, y } = PLACES[party]
          const involved = parties.includes(party)
          return (
            <li
              key={party}
              className="absolute h-16 w-[29%] max-w-44 -translate-x-1/2 -translate-y-1/2"
              style={{ left: x, top: y }}
            >
              <button
                type="button"
                className="size-full rounded-lg"
                aria-current={involved || undefined}
                onClick={() => onChoose(party)}
              >
                <PartyBox party={party} called={PARTY_NAMES[party]} involved={involved} narrow />
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
