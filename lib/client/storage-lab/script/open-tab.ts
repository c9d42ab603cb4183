import type { Tab } from './run-page'
import type { KeyValue } from './types'

/** Gives the script what a real tab has. */
export function openTab(window: Window): Tab {
  const { document } = window
  const config = JSON.parse(document.querySelector('meta[name="app-config"]')?.getAttribute('content') ?? '{}')
  const variables = new Map<string, string>()
  const memory: KeyValue = {
    getItem: (key) => variables.get(key) ?? null,
    setItem: (key, value) => void variables.set(key, value),
    removeItem: (key) => void variables.delete(key),
  }
  const write = (selector: string, text: string) => {
    const element = document.querySelector(selector)
    if (element) element.textContent = text
  }
  return {
    page: {
      memory,
      sessionStorage: window.sessionStorage,
      localStorage: window.localStorage,
      writeCookie: (line) => {
        document.cookie = line
      },
    },
    config,
    draw(view) {
      document.body.dataset.state = view.state
      write('h1', view.title)
      write('main > p', view.sentence)
    },
    onPress(name, act) {
      document.querySelector(`button[name="${name}"]`)?.addEventListener('click', (event) => {
        event.preventDefault()
        act(document.querySelector<HTMLInputElement>('input[name="title"]')?.value ?? '')
      })
    },
    onWish(act) {
      window.addEventListener('message', ({ data, origin, source }) => {
        if (origin === config.app && source === window.parent && data.to === config.choice) act(data)
      })
    },
    onComment(show) {
      window.addEventListener('hashchange', () => {
        const text = new URLSearchParams(window.location.hash.slice(1)).get('comment')
        const place = document.querySelector('.comment')
        if (text !== null && place) show(text, place)
      })
    },
    tell: (message) => window.parent.postMessage({ from: config.choice, ...message }, config.app),
    reload: () => window.location.reload(),
    async send({ url, ...init }) {
      const response = await window.fetch(url, { ...init, cache: 'no-store' })
      return { status: response.status, body: await response.text() }
    },
  }
}
