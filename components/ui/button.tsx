import type { ComponentProps } from 'react'
import { classes } from './classes'

const VARIANTS = {
  primary: 'border-accent bg-accent text-accent-ink hover:brightness-110 disabled:opacity-60',
  secondary: 'border-control bg-surface text-ink hover:bg-sunken disabled:border-line disabled:text-subtle',
  quiet: 'border-transparent bg-transparent text-ink hover:bg-sunken disabled:text-subtle',
}

const SIZES = {
  /** In running text and panels. */
  sm: 'h-8 gap-1.5 rounded-md px-2.5 text-sm font-medium',
  /** The player's own controls, for fingers too. */
  lg: 'h-11 gap-2 rounded-lg px-4 text-base font-semibold',
}

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: keyof typeof VARIANTS
  size?: keyof typeof SIZES
}

export function Button({ variant = 'secondary', size = 'sm', className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(
        'inline-flex select-none items-center justify-center whitespace-nowrap border',
        VARIANTS[variant],
        SIZES[size],
        className,
      )}
    />
  )
}
