import type { Told, Wish } from '@/lib/oauth/browser-storage'
import { ProbeFailure } from './failure'

/** Milliseconds the application in the frame may take to say something. */
const PATIENCE = 20_000

/** The application in its frame, as the page around it reaches it: by its address and by messages, like any stranger. */
export class FrameLink {
  readonly #frame: HTMLIFrameElement

  constructor(frame: HTMLIFrameElement) {
    this.#frame = frame
  }

  /** Opens an address and waits until the application there has loaded and said so. */
  async open(url: string, title: string): Promise<Told> {
    this.#frame.title = title
    const loaded = this.#next(url, 'load')
    this.#frame.src = url
    return loaded
  }

  /** Follows a link within the page: only what stands behind the `#` changes, nothing is loaded. */
  follow(url: string, fragment: string): void {
    this.#frame.src = `${url}#${fragment}`
  }

  async wish(url: string, wish: Wish): Promise<Told> {
    const done = this.#next(url, wish.do === 'reload' ? 'load' : wish.do)
    this.#frame.contentWindow?.postMessage({ to: choiceIn(url), ...wish }, new URL(url).origin)
    return done
  }

  #next(url: string, after: Told['after']): Promise<Told> {
    const { origin } = new URL(url)
    return new Promise((resolve, reject) => {
      const listen = ({ data, origin: sender, source }: MessageEvent) => {
        if (sender !== origin || source !== this.#frame.contentWindow) return
        if (data?.from === choiceIn(url) && data.after === after) end(() => resolve(data))
      }
      const end = (settle: () => void) => {
        clearTimeout(timer)
        window.removeEventListener('message', listen)
        settle()
      }
      const silent = new ProbeFailure('The application in the frame does not answer. Reload this page, then try again.')
      const timer = setTimeout(() => end(() => reject(silent)), PATIENCE)
      window.addEventListener('message', listen)
    })
  }
}

function choiceIn(url: string): string | undefined {
  return new URL(url).pathname.split('/').at(-2)
}
