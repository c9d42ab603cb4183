import type { Script } from './script'
import type { AppConfig, Outgoing, PageWindow, View } from './types'

/** A real tab, as the script meets it. */
export interface Tab {
  page: PageWindow
  config: AppConfig
  draw(view: View, act: (action: View['actions'][number]) => void): void
  leave(url: string): void
  send(request: Outgoing): Promise<{ status: number; body: string }>
}

/** What the page does by itself in a real tab: the halves in a row, with the network in between. */
export async function runPage(script: Script, { page, config, draw, leave, send }: Tab): Promise<void> {
  const act = (action: View['actions'][number]) => void (action === 'connect' ? connect() : disconnect())
  const connect = async () => leave((await script.beginLogin(page, config)).url)
  const disconnect = async () => {
    await send(script.prepareRevocationRequest(page, config))
    draw(script.forgetTokens(page, config), act)
  }
  const showPhotos = async () => {
    let answer = await send(script.prepareResourceRequest(page, config))
    const store = { memory: page.memory, sessionStorage: page.sessionStorage, localStorage: page.localStorage }
    if (answer.status === 401 && store[config.store].getItem(`refresh_token.${config.lab}`) !== null) {
      const fresh = await send(script.prepareRefreshRequest(page, config))
      const { problem } = script.settleTokenResponse(page, config, fresh.status, fresh.body)
      if (problem) return draw(problem, act)
      answer = await send(script.prepareResourceRequest(page, config))
    }
    draw(script.photosView(answer.status, answer.body), act)
  }

  const answered = /[?&#](code|access_token|error)=/.test(page.location.search + page.location.hash)
  if (answered) {
    const { problem } = script.judgeAnswer(page, config)
    if (problem) return draw(problem, act)
    if (config.grant === 'code') {
      const answer = await send(script.prepareTokenRequest(page, config))
      const { problem: refused } = script.settleTokenResponse(page, config, answer.status, answer.body)
      if (refused) return draw(refused, act)
    }
    return showPhotos()
  }
  const places = { memory: page.memory, sessionStorage: page.sessionStorage, localStorage: page.localStorage }
  if (places[config.store].getItem(`access_token.${config.lab}`) !== null) return showPhotos()
  draw(script.homeView(), act)
}
