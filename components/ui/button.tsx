import type { ComponentProps } from 'react'
import { classes } from './classes'

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
}

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: keyof typeof VARIANTS
  size?: keyof typeof SIZES
  /** As wide as high, for a picture. */
  square?: boolean
}

export function Button({ variant = 'secondary', size = 'sm', square = false, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(
        'inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap border',
        VARIANTS[variant],
        SIZES[size].box,
        square ? SIZES[size].square : SIZES[size].wide,
        className,
      )}
    />
  )
}
