import { attribute, elementsOf, firstElement, parsePage } from './html'
import { BrowserError, type BrowserState } from './state'

/**
 * What the first frame of the open page shows.
 *
 * @throws BrowserError when the page has no frame
 */
export function frameTarget({ page }: Pick<BrowserState, 'page'>): string {
  if (!page) throw new BrowserError('The browser shows no page, so there is no frame.')
  const frame = firstElement(parsePage(page.html), 'iframe')
  if (!frame) throw new BrowserError(`The page ${page.url} has no frame.`)
  return new URL(attribute(frame, 'src') ?? '', page.url).href
}

/**
 * Where a link of the open page leads.
 *
 * @param id the `id` of the `<a>` element
 * @throws BrowserError when the page has no such link
 */
export function linkTarget({ page }: Pick<BrowserState, 'page'>, id: string): string {
  if (!page) throw new BrowserError('The browser shows no page, so there is no link to press.')
  for (const element of elementsOf(parsePage(page.html))) {
    if (element.tagName !== 'a' || attribute(element, 'id') !== id) continue
    return new URL(attribute(element, 'href') ?? '', page.url).href
  }
  throw new BrowserError(`The page ${page.url} has no link named ${id}.`)
}
