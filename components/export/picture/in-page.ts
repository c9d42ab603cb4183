import type { ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Theme } from '@/components/ui/theme'
import type { Colours } from './standalone'

/** An SVG element's text, drawn by React outside the page. Not to be called while something is being drawn. */
export function svgMarkup(picture: ReactElement): string {
  const box = document.createElement('div')
  const root = createRoot(box)
  flushSync(() => root.render(picture))
  const svg = box.querySelector('svg')
  const markup = svg ? new XMLSerializer().serializeToString(svg) : ''
  root.unmount()
  return markup
}

/** The colours of a theme, from the style sheet itself. The page wears the theme meanwhile, and is not painted in it. */
export function themeColours(theme: Theme): Colours {
  return (variable) => {
    const page = document.documentElement
    const worn = page.dataset.theme
    const probe = document.createElement('span')
    page.dataset.theme = theme
    probe.style.color = `var(${variable}, transparent)`
    document.body.append(probe)
    const colour = hex(getComputedStyle(probe).color)
    probe.remove()
    if (worn === undefined) delete page.dataset.theme
    else page.dataset.theme = worn
    return colour
  }
}

/** `rgb(18, 22, 28)` as `#12161c`; nothing for a colour that is not there. */
function hex(computed: string): string {
  const parts = computed.match(/[\d.]+/g) ?? []
  if (parts.length === 4 && Number(parts[3]) === 0) return ''
  return `#${parts
    .slice(0, 3)
    .map((part) => Math.round(Number(part)).toString(16).padStart(2, '0'))
    .join('')}`
}
