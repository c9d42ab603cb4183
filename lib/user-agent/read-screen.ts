import { type Control, formsOf, isDisabled } from './form-controls'
import {
  attribute,
  closest,
  type Element,
  elementsOf,
  firstElement,
  isElement,
  isVisible,
  parsePage,
  textOf,
} from './html'
import type { Screen, ScreenForm } from './screen'
import type { BrowserState } from './state'

const HEADING = /^h[1-6]$/
const INLINE = new Set(
  'a abbr b bdi cite code em i kbd label mark q s samp small span strong sub sup time u var wbr'.split(' '),
)
/** Read elsewhere: forms as forms, list items and images as items. */
const READ_ELSEWHERE = new Set(['form', 'li', 'img'])
const CONTROLS = new Set(['input', 'button', 'select', 'textarea'])

/** What the window shows, read out of the page's HTML; null before the first page. */
export function readScreen({ page }: Pick<BrowserState, 'page'>): Screen | null {
  if (!page) return null
  const document = parsePage(page.html)
  const body = firstElement(document, 'body')
  const title = firstElement(document, 'title')
  return {
    url: page.url,
    title: title ? textOf(title) : '',
    page: pageShown({ page }) ?? '',
    text: body ? blocksOf(body) : [],
    forms: formsOf(page.html).map(({ name, controls }) => screenForm(name, controls)),
    items: body ? itemsOf(body) : [],
  }
}

/** What kind of page the window shows: its `<body data-page>`. Null before the first page. */
export function pageShown({ page }: Pick<BrowserState, 'page'>): string | null {
  const body = page && firstElement(parsePage(page.html), 'body')
  return page && ((body && attribute(body, 'data-page')) ?? '')
}

/** Visible text, one entry per block. */
function blocksOf(body: Element): string[] {
  const blocks: string[] = []
  let line = ''
  const flush = (prefix = ''): void => {
    const text = line.replace(/\s+/g, ' ').trim()
    if (text) blocks.push(prefix + text)
    line = ''
  }
  const read = (parent: Element): void => {
    for (const node of parent.childNodes) {
      if (node.nodeName === '#text' && 'value' in node) line += node.value
      if (!isElement(node) || !isVisible(node) || CONTROLS.has(node.tagName)) continue
      const block = !INLINE.has(node.tagName)
      if (block) flush()
      if (!READ_ELSEWHERE.has(node.tagName)) read(node)
      if (block) flush(HEADING.test(node.tagName) ? '# ' : '')
    }
  }
  read(body)
  flush()
  return blocks
}

function itemsOf(body: Element): string[] {
  const visible = [...elementsOf(body)].filter(isVisible)
  const items = visible.filter((element) => {
    if (element.tagName === 'img') return closest(element, 'li') === null
    return (
      element.tagName === 'li' &&
      ![...elementsOf(element)].some(({ tagName }) => tagName === 'li' || CONTROLS.has(tagName))
    )
  })
  return items.map((item) => (item.tagName === 'img' ? (attribute(item, 'alt') ?? '') : textOf(item))).filter(Boolean)
}

function screenForm(name: string, controls: Control[]): ScreenForm {
  const usable = controls.filter((control) => !isDisabled(control))
  const fields = usable.filter(({ type }) => !['hidden', 'submit', 'button', 'reset', 'image'].includes(type))
  const buttons = usable.filter(({ type }) => type === 'submit')
  return {
    name,
    fields: fields.map((field) => ({
      name: field.name,
      label: field.label,
      type: field.type,
      value: field.value,
      checked: field.checked,
    })),
    buttons: buttons.map((button) => ({ name: button.name, value: button.value, label: button.label })),
  }
}
