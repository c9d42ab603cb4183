import { toCurlScript } from '@/lib/export/curl-script'
import { toHar } from '@/lib/export/har'
import { namedSecrets } from '@/lib/export/named-secrets'
import type { Recording } from '@/lib/export/recording'
import { disguised, type SecretsIn, writeRunFile } from '@/lib/export/run-file'
import { type Finding, scanForSecrets } from '@/lib/export/scan'
import type { LoadedGrant } from '@/machines/kit/entry'
import { partyNames } from '@/machines/kit/party-names'
import type { OutputFile } from '../download'
import { storyOf } from '../replay/recorded-state'
import { toMarkdown } from './markdown'
import { toMermaid } from './mermaid'

/** What a format is written from. `recording` is disguised unless the lab's secrets were asked for. */
interface Material {
  entry: LoadedGrant
  recording: Recording
  /** As it was recorded: for a format that only reads where values come from. */
  original: Recording
  secrets: SecretsIn
}

export interface Format {
  id: string
  label: string
  /** What is in it, in one line. */
  about: string
  /** Ending of the file's name. */
  ending: string
  /** Media type. */
  type: string
  /** It can hold the lab's secrets, when that is asked for. */
  canHoldSecrets: boolean
  write(material: Material): string
}

/** Every file a run can become, in the order they are offered. */
export const FORMATS: readonly Format[] = [
  {
    id: 'run',
    label: 'Run file',
    about: 'Every message, check and row. Opens in Grant Lab as a replay that can be taken up live.',
    ending: 'oauthrun.json',
    type: 'application/json',
    canHoldSecrets: true,
    write: ({ recording, secrets }) => writeRunFile(recording, secrets),
  },
  {
    id: 'har',
    label: 'HAR 1.2',
    about: 'The messages as an HTTP Archive, for a browser’s network panel and other tools.',
    ending: 'har',
    type: 'application/json',
    canHoldSecrets: true,
    write: ({ recording }) => toHar(recording),
  },
  {
    id: 'curl',
    label: 'cURL script',
    about: 'Bash that makes a fresh lab and sends the messages again, with values from the answers.',
    ending: 'sh',
    type: 'text/x-shellscript',
    canHoldSecrets: false,
    write: ({ entry, original }) => {
      const names = partyNames(entry.client)
      return toCurlScript(original, {
        title: entry.title,
        wishes: entry.lab(original.options),
        messageOf: ({ from, to, request }) =>
          `${names[from].short} → ${names[to].short}: ${request.method} ${lastPart(request.url)}`,
      })
    },
  },
  {
    id: 'mermaid',
    label: 'Mermaid',
    about: 'The sequence as text, for Markdown, wikis and slides.',
    ending: 'mmd',
    type: 'text/plain',
    canHoldSecrets: false,
    write: ({ entry, recording }) => toMermaid(storyOf(entry, recording)),
  },
  {
    id: 'markdown',
    label: 'Markdown transcript',
    about: 'Every step in words, with its message and the clauses it goes by.',
    ending: 'md',
    type: 'text/markdown',
    canHoldSecrets: true,
    write: ({ entry, recording }) => toMarkdown(storyOf(entry, recording)),
  },
]

export type Offer = { file: OutputFile } | { found: Finding[] }

/** A format's file of a run; what it still holds instead, when a live secret got into a file that must have none. */
export function writeFile(format: Format, entry: LoadedGrant, original: Recording, secrets: SecretsIn): Offer {
  const included = secrets === 'included' && format.canHoldSecrets
  const recording = included ? original : disguised(original)
  const content = format.write({ entry, recording, original, secrets: included ? 'included' : 'replaced' })
  const { flow } = original
  const file = { name: `${flow}${included ? '.with-secrets' : ''}.${format.ending}`, type: format.type, content }
  return included ? { file } : checked(file, content, original)
}

/** The file, when its content holds no live value of the run. */
export function checked(file: OutputFile, content: string, original: Recording): Offer {
  const found = scanForSecrets(content, namedSecrets(original))
  return found.length > 0 ? { found } : { file }
}

const lastPart = (url: string) => new URL(url).pathname.split('/').at(-1) || '/'
