import { Button, type ButtonProps } from './button'
import { classes } from './classes'
import { Icon, type IconName } from './icon'

export interface IconButtonProps extends Omit<ButtonProps, 'children'> {
  /** Accessible name, and the tooltip. */
  label: string
  icon: IconName
}

/** A square button with a picture; its name is read aloud and shown as the tooltip. */
export function IconButton({ label, icon, className, size = 'sm', variant = 'quiet', ...rest }: IconButtonProps) {
  const square = size === 'lg' ? 'w-11 px-0' : 'w-8 px-0'
  return (
    <Button
      {...rest}
      size={size}
      variant={variant}
      className={classes(square, className)}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} size={size === 'lg' ? 18 : 16} />
    </Button>
  )
}
