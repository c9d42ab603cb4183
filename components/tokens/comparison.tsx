import { classes } from '@/components/ui/classes'
import { CopyIcon } from '@/components/ui/copy-button'
import { changesOf } from '@/lib/token-bench/forge'
import type { ReadToken } from '@/lib/token-bench/read-token'
import { Members } from './members'

type Jwt = Extract<ReadToken, { kind: 'jwt' }>

/** Original and forgery side by side; what the forger changed is marked, and said in words. */
export function Comparison({ original, forged }: { original: Jwt; forged: Jwt }) {
  const { header, payload, signature } = changesOf(original.jwt, forged.jwt)
  return (
    <div className="mt-4 grid gap-6 md:grid-cols-2">
      <Side title="Original" read={original} changed={{ header: [], payload: [], parts: [] }} />
      <Side
        title="Forged"
        read={forged}
        changed={{ header, payload, parts: [header.length > 0, payload.length > 0, signature] }}
        note={
          signature
            ? forged.jwt.signature === ''
              ? 'The signature is gone.'
              : 'Signed anew, with a key of the forger’s choice.'
            : 'The signature is still the original’s, over other text.'
        }
      />
    </div>
  )
}

interface SideProps {
  title: string
  read: Jwt
  changed: { header: string[]; payload: string[]; parts: boolean[] }
  note?: string
}

function Side({ title, read, changed, note }: SideProps) {
  return (
    <section aria-label={title} className="min-w-0 rounded-lg border border-line p-3">
      <div className="flex items-center gap-2">
        <h3 className="mr-auto font-semibold text-base">{title}</h3>
        <CopyIcon text={read.token} what={`the token, ${title.toLowerCase()}`} />
      </div>
      <p className="mt-1 rounded-md bg-canvas p-2 font-mono text-xs leading-5 [overflow-wrap:anywhere]">
        {read.parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the three parts of a JWT, always in this order.
          <span key={at}>
            {at > 0 && '.'}
            <span className={classes(changed.parts[at] && 'bg-mark font-bold')}>{part}</span>
          </span>
        ))}
      </p>
      <div className="mt-3 flex flex-col gap-3">
        <Members title={`${title}: header`} members={read.jwt.header} changed={changed.header} now={null} />
        <Members title={`${title}: claims`} members={read.jwt.payload} changed={changed.payload} now={null} />
      </div>
      {note && <p className="mt-3 font-semibold text-sm">{note}</p>}
    </section>
  )
}
