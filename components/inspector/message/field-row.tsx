'use client'

import { Fragment } from 'react'
import { usePlayer, usePlayerActions } from '@/components/player/player-context'
import { classes } from '@/components/ui/classes'
import { SecretGlyph } from '@/components/ui/secret-glyph'
import { SECRET_KINDS } from '@/lib/oauth/secrets'
import { packedInside } from '@/lib/wire/fields'
import { ProtocolName } from '../value/protocol-name'
import { Value } from '../value/value'
import type { MessageRow } from './field-groups'

/** One value: name, content, what kind of secret it is, where it came from and who read it. */
export function FieldRow({ row }: { row: MessageRow }) {
  const changed = row.was !== undefined
  return (
    <tr className="border-line border-t">
      <th
        scope="row"
        className={classes(
          'border-l-3 py-1 pr-2 pl-1.5 text-left align-top font-mono text-sm leading-6 [overflow-wrap:anywhere]',
          changed ? 'border-accent bg-sunken font-bold' : 'border-transparent font-normal text-muted',
        )}
      >
        <ProtocolName name={row.name} />
      </th>
      <td className={classes('py-1 align-top', changed && 'bg-sunken')}>
        {row.removed ? (
          <p className="text-sm leading-6">
            <strong className="font-semibold">removed</strong> <Was text={row.value} />
          </p>
        ) : (
          <>
            <Value text={row.value} name={row.name} marks={row.secret?.value ?? row.value} />
            <Basic value={row.value} />
            {changed && <p className="pl-1.75 text-sm">{row.was == null ? 'added by you' : <Was text={row.was} />}</p>}
            {row.attributes && <p className="pl-1.75 font-mono text-muted text-xs leading-5">{row.attributes}</p>}
            <About row={row} />
          </>
        )}
      </td>
    </tr>
  )
}

const Was = ({ text }: { text: string }) => (
  <span className="text-muted text-xs [overflow-wrap:anywhere]">
    was: <span className="font-mono">{text || '(empty)'}</span>
  </span>
)

/** The client id and secret inside an `Authorization: Basic` header. */
function Basic({ value }: { value: string }) {
  if (!/^basic /i.test(value)) return null
  const [id, secret] = packedInside(value)
  if (id === undefined || secret === undefined) return null
  return (
    <dl className="mt-0.5 ml-1.75 border-line border-l pl-1">
      <dt className="pl-1.75 text-subtle text-xs">client id, decoded</dt>
      <dd>
        <Value text={id} name="client id" />
      </dd>
      <dt className="pl-1.75 text-subtle text-xs">client secret, decoded</dt>
      <dd>
        <Value text={secret} name="client secret" />
      </dd>
    </dl>
  )
}

/** So many steps are named that checked a value; a race has fifty. */
const READERS = 4

function About({ row: { secret, from, readBy } }: { row: MessageRow }) {
  const { parties } = usePlayer()
  const parts = [
    secret && (
      <span key="kind" className="font-medium text-ink">
        <SecretGlyph kind={secret.kind} className="mr-1 inline-block align-[-1px]" />
        {SECRET_KINDS[secret.kind].label}
        {!from && ', new here'}
      </span>
    ),
    from && (
      <span key="from">
        {from.made ? 'made' : 'first sent'} at <StepLink number={from.step} /> by {parties[from.party].name}
      </span>
    ),
    ...readBy.slice(0, READERS).map(({ step, party }) => (
      <span key={`${step} ${party}`}>
        checked at <StepLink number={step} /> by {parties[party].name}
      </span>
    )),
    readBy.length > READERS && <span key="more">and {readBy.length - READERS} more times</span>,
  ].filter(Boolean)
  if (parts.length === 0) return null
  return (
    <p className="pl-1.75 text-subtle text-xs leading-5">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the separators have no other name.
        <Fragment key={index}>
          {index > 0 && ' · '}
          {part}
        </Fragment>
      ))}
    </p>
  )
}

function StepLink({ number }: { number: number }) {
  const { goTo } = usePlayerActions()
  return (
    <button
      type="button"
      onClick={() => goTo(number)}
      className="underline decoration-control underline-offset-2 hover:text-accent"
    >
      step {number}
    </button>
  )
}
