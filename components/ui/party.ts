import type { Party } from '@/lib/oauth/parties'

interface PartyLook {
  letter: string
  /** CSS variables, for drawings. */
  line: string
  ink: string
  tint: string
  /** Class names, for text and boxes. */
  text: string
  box: string
  solid: string
}

/** How each party looks. Shape and letter (see `PartyIcon`), name and hue always go together; names come with the view. */
export const PARTY: Readonly<Record<Party, PartyLook>> = {
  user: {
    letter: 'U',
    line: 'var(--user-line)',
    ink: 'var(--user-ink)',
    tint: 'var(--user-tint)',
    text: 'text-user-ink',
    box: 'border-user-line bg-user-tint text-user-ink',
    solid: 'bg-user-line text-on-solid',
  },
  browser: {
    letter: 'B',
    line: 'var(--browser-line)',
    ink: 'var(--browser-ink)',
    tint: 'var(--browser-tint)',
    text: 'text-browser-ink',
    box: 'border-browser-line bg-browser-tint text-browser-ink',
    solid: 'bg-browser-line text-on-solid',
  },
  client: {
    letter: 'C',
    line: 'var(--client-line)',
    ink: 'var(--client-ink)',
    tint: 'var(--client-tint)',
    text: 'text-client-ink',
    box: 'border-client-line bg-client-tint text-client-ink',
    solid: 'bg-client-line text-on-solid',
  },
  service: {
    letter: 'S',
    line: 'var(--service-line)',
    ink: 'var(--service-ink)',
    tint: 'var(--service-tint)',
    text: 'text-service-ink',
    box: 'border-service-line bg-service-tint text-service-ink',
    solid: 'bg-service-line text-on-solid',
  },
  'authorization-server': {
    letter: 'A',
    line: 'var(--as-line)',
    ink: 'var(--as-ink)',
    tint: 'var(--as-tint)',
    text: 'text-as-ink',
    box: 'border-as-line bg-as-tint text-as-ink',
    solid: 'bg-as-line text-on-solid',
  },
  'resource-server': {
    letter: 'R',
    line: 'var(--rs-line)',
    ink: 'var(--rs-ink)',
    tint: 'var(--rs-tint)',
    text: 'text-rs-ink',
    box: 'border-rs-line bg-rs-tint text-rs-ink',
    solid: 'bg-rs-line text-on-solid',
  },
  attacker: {
    letter: 'X',
    line: 'var(--attacker-line)',
    ink: 'var(--attacker-ink)',
    tint: 'var(--attacker-tint)',
    text: 'text-attacker-ink',
    box: 'border-attacker-line bg-attacker-tint text-attacker-ink',
    solid: 'bg-attacker-line text-on-solid',
  },
}
