import type { Told, Wish } from '@/lib/oauth/browser-storage'
import type { Script } from './script'
import type { AppConfig, Outgoing, PageStores, View } from './types'

/** A real tab, as the script meets it. */
export interface Tab {
  page: PageStores
  config: AppConfig
  draw(view: View): void
  onPress(name: 'look-again' | 'add', act: (title: string) => void): void
  onWish(act: (wish: Wish) => void): void
  onComment(show: (text: string, place: Element) => void): void
  tell(message: Told): void
  reload(): void
  send(request: Outgoing): Promise<{ status: number; body: string }>
}

/** What the page does in a real tab. */
export async function runPage(script: Script, tab: Tab): Promise<void> {
  const { page, config } = tab
  const ask = async (title: string | null) => {
    const request = script.photosRequest(config, script.heldToken(page, config), title)
    return request ? tab.send(request) : { status: 0, body: '' }
  }
  const look = async (after: Told['after']) => {
    const { status, body } = await ask(null)
    const view = script.photosView(status, body)
    tab.draw(view)
    tab.tell({ after, state: view.state, photos: view.photos })
  }
  const signIn = async (session: string) => {
    const answer = await tab.send(script.signInRequest(config, session))
    if (answer.status === 200) {
      const { access_token: token } = JSON.parse(answer.body)
      if (typeof token === 'string') script.keepToken(page, config, token)
    }
    await look('sign-in')
  }
  tab.onPress('look-again', () => void look('look-again'))
  tab.onPress('add', async (title) => {
    await ask(title)
    await look('add')
  })
  tab.onWish((wish) => {
    if (wish.do === 'reload') tab.reload()
    else if (wish.do === 'sign-in') void signIn(wish.session)
    else if (wish.do === 'sign-out') {
      script.forgetToken(page, config)
      void look('sign-out')
    } else void look('look-again')
  })
  // The flaw that every attack by script begins with: text from the address becomes markup (RFC 10017, section 5).
  // A lab must be no tool against anybody else, so the one text treated like this is the attack of this very lab.
  tab.onComment((text, place) => {
    if (text === config.unescaped) place.innerHTML = text
    else place.textContent = text
  })
  await look('load')
}
