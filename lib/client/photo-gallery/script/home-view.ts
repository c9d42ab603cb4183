import type { View } from './types'

export function homeView(): View {
  return {
    page: 'home',
    title: 'All your photos on one page',
    sentence:
      'Photo Gallery is a script that runs in this page; there is no server behind it. You sign in at your photo drive, never here.',
    items: [],
    actions: ['connect'],
  }
}
