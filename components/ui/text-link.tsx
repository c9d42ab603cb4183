import type { ComponentProps } from 'react'
import { classes } from './classes'
import { Way, type WayProps } from './way'

const LOOKS = 'underline decoration-control underline-offset-3 hover:text-accent'

interface TextLinkProps extends WayProps {
  /** It stands by itself, not in a sentence: as high as a finger needs. */
  alone?: boolean
}

/** What leads somewhere, among words. */
export function TextLink({ alone = false, className, ...rest }: TextLinkProps) {
  return <Way {...rest} className={classes(LOOKS, alone && 'inline-flex min-h-6 items-center', className)} />
}

/** What does something, among words: shows a step, takes a change back. */
export function TextButton({ className, ...rest }: ComponentProps<'button'>) {
  return <button type="button" {...rest} className={classes(LOOKS, 'min-h-6', className)} />
}
