import type { Tab } from './run-page'
import type { KeyValue } from './types'

/** Gives the script what a real tab has. Text is written as text, so nothing that came from outside becomes markup. */
export function openTab(window: Window): Tab {
  const { document } = window
  const variables = new Map<string, string>()
  const memory: KeyValue = {
    getItem: (key) => variables.get(key) ?? null,
    setItem: (key, value) => void variables.set(key, value),
    removeItem: (key) => void variables.delete(key),
  }
  const element = (name: string, text: string, className = '') => {
    const made = document.createElement(name)
    made.textContent = text
    if (className !== '') made.className = className
    return made
  }
  return {
    page: {
      location: window.location,
      history: window.history,
      sessionStorage: window.sessionStorage,
      localStorage: window.localStorage,
      memory,
      crypto: window.crypto,
    },
    config: JSON.parse(document.querySelector('meta[name="app-config"]')?.getAttribute('content') ?? '{}'),
    draw(view, act) {
      const lead = element('p', view.sentence, view.page === 'error' ? 'problem' : 'lead')
      const list = element('ul', '', 'list')
      for (const item of view.items) list.append(element('li', item))
      const actions = element('div', '', 'actions')
      for (const action of view.actions) {
        const button = element('button', action === 'connect' ? 'Connect your photos' : 'Disconnect', action)
        button.addEventListener('click', () => act(action))
        actions.append(button)
      }
      document.body.dataset.page = view.page
      document.querySelector('main')?.replaceChildren(element('h1', view.title), lead, list, actions)
    },
    leave: (url) => window.location.assign(url),
    async send({ method, url, headers, body }) {
      const response = await window.fetch(url, { method, headers, body, credentials: 'omit', cache: 'no-store' })
      return { status: response.status, body: await response.text() }
    },
  }
}
