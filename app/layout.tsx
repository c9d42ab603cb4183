import '@fontsource-variable/inter'
import '@fontsource-variable/jetbrains-mono'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { isTheme, THEME_COOKIE } from '@/components/ui/theme'

export const metadata: Metadata = {
  title: { default: 'Grant Lab', template: '%s · Grant Lab' },
  description: 'Learn OAuth 2.0 by doing it: real servers, one message at a time.',
  referrer: 'no-referrer',
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' }

/** Rendered per request: the theme stands in a cookie, and the content security policy carries a nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get(THEME_COOKIE)?.value
  return (
    <html lang="en" data-theme={isTheme(theme) ? theme : undefined}>
      <body>{children}</body>
    </html>
  )
}
