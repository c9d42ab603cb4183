import { Fragment } from 'react'

/** A name such as `code_challenge`, which may break after an underscore, a dot or a hyphen before it breaks anywhere. */
export function ProtocolName({ name }: { name: string }) {
  return name.split(/(?<=[_.-])/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one name have no other name.
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}
