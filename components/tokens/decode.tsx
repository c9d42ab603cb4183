import type { ReadToken } from '@/lib/token-bench/read-token'
import { LongText } from './long-text'
import { Members } from './members'

/** What can be read off a token by anybody. Never a word about whether it is valid. */
export function Decode({ read }: { read: Extract<ReadToken, { kind: 'jwt' | 'opaque' }> }) {
  if (read.kind === 'opaque') {
    return (
      <div>
        <h3 className="font-semibold text-lg">Opaque: nothing to decode</h3>
        <p className="mt-1 max-w-2xl text-base">
          {characters(read.token)} that mean something only to the server that made them. What it is for, whose it is
          and until when, only that server can say: ask it, under Verify.
        </p>
      </div>
    )
  }
  const { header, payload, signature } = read.jwt
  return (
    <div>
      <p className="max-w-2xl text-base">
        Anybody who holds a JWT can read it: it is encoded, not encrypted. Reading tells what it says, not who wrote it.
      </p>
      <p className="mt-3 rounded-md bg-canvas p-2.5 font-mono text-sm leading-6 [overflow-wrap:anywhere]">
        <LongText text={read.parts[0]} />
        <strong>.</strong>
        <LongText text={read.parts[1]} />
        <strong>.</strong>
        <LongText text={read.parts[2]} />
      </p>
      <div className="mt-4 grid gap-x-8 gap-y-4 md:grid-cols-2">
        <Members title="Header" members={header} now={null} />
        <Members title="Claims" members={payload} now={null} />
      </div>
      <h3 className="mt-4 font-semibold text-sm">Signature</h3>
      <p className="text-base text-muted">
        {signature === ''
          ? 'Empty: nobody signed this.'
          : `${characters(signature)} of base64url. Whether they fit is a question for Verify.`}
      </p>
    </div>
  )
}

const characters = (text: string) => `${text.length} ${text.length === 1 ? 'character' : 'characters'}`
