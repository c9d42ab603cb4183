import { Button, type ButtonProps } from './button'
import { Icon, type IconName } from './icon'

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'square'> {
  /** Accessible name, and the tooltip. */
  label: string
  icon: IconName
}

/** A square button with a picture; its name is read aloud and shown as the tooltip. */
export function IconButton({ label, icon, size = 'sm', variant = 'quiet', ...rest }: IconButtonProps) {
  return (
    <Button {...rest} square size={size} variant={variant} aria-label={label} title={label}>
      <Icon name={icon} size={size === 'lg' ? 18 : 16} />
    </Button>
  )
}
