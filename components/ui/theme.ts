export const THEMES = ['light', 'dark', 'projector'] as const
export type Theme = (typeof THEMES)[number]

/** Read by the root layout; not a secret, so scripts write it. */
export const THEME_COOKIE = 'theme'

export const isTheme = (value: string | undefined): value is Theme => THEMES.some((theme) => theme === value)

/** The theme on screen now; where none is chosen, as the system says. */
export function shownTheme(): Theme {
  const chosen = document.documentElement.dataset.theme
  if (isTheme(chosen)) return chosen
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Goes to the next theme and remembers it for a year. */
export function cycleTheme(): Theme {
  const next = THEMES[(THEMES.indexOf(shownTheme()) + 1) % THEMES.length] ?? 'light'
  document.documentElement.dataset.theme = next
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari.
  document.cookie = `${THEME_COOKIE}=${next}; Path=/; Max-Age=31536000; SameSite=Lax`
  return next
}

/** Shows a theme on this page, without remembering it: a link's, say. */
export function wearTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme
}
