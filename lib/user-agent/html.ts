import { type DefaultTreeAdapterTypes, parse } from 'parse5'

export type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.ChildNode
type Parent = DefaultTreeAdapterTypes.ParentNode

/** Elements whose content nobody sees. */
const UNSEEN = new Set(['head', 'script', 'style', 'template', 'noscript', 'datalist'])

/** The page read last: a page is looked at many times in a row. Nobody changes what was read. */
let newest: { html: string; document: DefaultTreeAdapterTypes.Document } | null = null

/** The tree of a page. What its style sheet says is left out: nobody here draws, and reading it is most of the work. */
export function parsePage(html: string): DefaultTreeAdapterTypes.Document {
  if (newest?.html !== html) newest = { html, document: parse(html.replace(STYLE_SHEET, '$1')) }
  return newest.document
}

/** On a line of its own, where no attribute can stand. */
const STYLE_SHEET = /^(<style>)[^<]*(?=<\/style>$)/gm

export function isElement(node: Parent | Node): node is Element {
  return 'tagName' in node
}

/** The value of an attribute, `''` when it stands there without one, or null. */
export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null
}

/** Every element below, in the order of the page. */
export function* elementsOf(parent: Parent): Generator<Element> {
  for (const child of parent.childNodes) {
    if (!isElement(child)) continue
    yield child
    yield* elementsOf(child)
  }
}

export function firstElement(parent: Parent, tagName: string): Element | null {
  for (const element of elementsOf(parent)) if (element.tagName === tagName) return element
  return null
}

export function closest(element: Element, tagName: string): Element | null {
  for (let node: Parent | null = element; node && isElement(node); node = node.parentNode) {
    if (node.tagName === tagName) return node
  }
  return null
}

export function isVisible(element: Element): boolean {
  if (UNSEEN.has(element.tagName) || attribute(element, 'hidden') !== null) return false
  return !element.parentNode || !isElement(element.parentNode) || isVisible(element.parentNode)
}

/** Visible text with white space folded; images answer with their alternative text; controls inside say nothing. */
export function textOf(parent: Parent): string {
  const parts: string[] = []
  const collect = (node: Node): void => {
    if (node.nodeName === '#text' && 'value' in node) parts.push(node.value)
    if (!isElement(node) || UNSEEN.has(node.tagName) || attribute(node, 'hidden') !== null) return
    if (['input', 'select', 'textarea', 'button'].includes(node.tagName)) return
    if (node.tagName === 'img') parts.push(` ${attribute(node, 'alt') ?? ''} `)
    if (node.tagName === 'br') parts.push(' ')
    for (const child of node.childNodes) collect(child)
  }
  for (const child of parent.childNodes) collect(child)
  return parts.join('').replace(/\s+/g, ' ').trim()
}
