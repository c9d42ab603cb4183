import type { ComponentProps } from 'react'
import { classes } from './classes'
import { Way, type WayProps } from './way'

const VARIANTS = {
  primary: 'border-accent bg-accent text-accent-ink hover:brightness-110 disabled:opacity-60',
  secondary: 'border-control bg-surface text-ink hover:bg-sunken disabled:border-line disabled:text-subtle',
  quiet: 'border-transparent bg-transparent text-ink hover:bg-sunken disabled:text-subtle',
}

const SIZES = {
  /** In running text and panels. */
  sm: { box: 'h-8 gap-1.5 rounded-md font-medium text-sm', wide: 'px-2.5', square: 'w-8' },
  /** The player's own controls, for fingers too. */
  lg: { box: 'h-11 gap-2 rounded-lg font-semibold text-base', wide: 'px-4', square: 'w-11' },
  /** What a page is there for. */
  xl: { box: 'h-12 gap-2 rounded-lg font-semibold text-lg', wide: 'px-6', square: 'w-12' },
}

interface Looks {
  variant?: keyof typeof VARIANTS
  size?: keyof typeof SIZES
  /** As wide as high, for a picture. */
  square?: boolean
}

export interface ButtonProps extends ComponentProps<'button'>, Looks {}

export function Button({ variant, size, square, className, ...rest }: ButtonProps) {
  return <button type="button" {...rest} className={classes(looksOf(variant, size, square), className)} />
}

interface ButtonLinkProps extends WayProps, Looks {}

/** Leads somewhere, and looks like the buttons beside it. */
export function ButtonLink({ variant, size, square, className, ...rest }: ButtonLinkProps) {
  return <Way {...rest} className={classes(looksOf(variant, size, square), className)} />
}

function looksOf(
  variant: keyof typeof VARIANTS = 'secondary',
  size: keyof typeof SIZES = 'sm',
  square = false,
): string {
  const { box, wide, square: sides } = SIZES[size]
  return classes(
    'inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap border',
    VARIANTS[variant],
    box,
    square ? sides : wide,
  )
}
