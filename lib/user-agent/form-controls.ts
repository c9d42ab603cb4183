import { attribute, closest, type Element, elementsOf, parsePage, textOf } from './html'

/** A form of the page with the controls that belong to it, as HTML's "form owner" says. */
export interface PageForm {
  element: Element
  name: string
  controls: Control[]
}

export interface Control {
  element: Element
  /** The `type` of an input; `select`, `textarea`, or `submit` for any button that submits. */
  type: string
  name: string
  /** As the page delivered it. */
  value: string
  checked: boolean
  label: string
}

export function formsOf(html: string): PageForm[] {
  const all = [...elementsOf(parsePage(html))]
  const labels = all.filter((element) => element.tagName === 'label')
  const controls = all
    .filter(isControl)
    .map((element) => ({ owner: ownerOf(element, all), control: read(element, labels) }))
  return all
    .filter((element) => element.tagName === 'form')
    .map((element) => ({
      element,
      name: attribute(element, 'name') ?? attribute(element, 'id') ?? '',
      controls: controls.filter(({ owner }) => owner === element).map(({ control }) => control),
    }))
}

export function isDisabled({ element }: Control): boolean {
  if (attribute(element, 'disabled') !== null) return true
  const group = closest(element, 'fieldset')
  return group !== null && attribute(group, 'disabled') !== null
}

function isControl({ tagName }: Element): boolean {
  return tagName === 'input' || tagName === 'button' || tagName === 'select' || tagName === 'textarea'
}

function ownerOf(control: Element, all: Element[]): Element | null {
  const id = attribute(control, 'form')
  if (id === null) return closest(control, 'form')
  return all.find((element) => element.tagName === 'form' && attribute(element, 'id') === id) ?? null
}

function read(element: Element, labels: Element[]): Control {
  const type = typeOf(element)
  const name = attribute(element, 'name') ?? ''
  return {
    element,
    type,
    name,
    value: deliveredValue(element, type),
    checked: attribute(element, 'checked') !== null,
    label: labelOf(element, type, labels) || name,
  }
}

function typeOf(element: Element): string {
  const type = attribute(element, 'type')?.toLowerCase()
  if (element.tagName === 'button') return type === 'button' || type === 'reset' ? type : 'submit'
  return element.tagName === 'input' ? (type ?? 'text') : element.tagName
}

function deliveredValue(element: Element, type: string): string {
  if (type === 'textarea') return rawText(element).replace(/^\n/, '')
  if (type === 'select') {
    const options = optionsOf(element)
    return (options.find((option) => option.selected) ?? options[0])?.value ?? ''
  }
  return attribute(element, 'value') ?? (type === 'checkbox' || type === 'radio' ? 'on' : '')
}

export function optionsOf(select: Element): { value: string; selected: boolean }[] {
  const options = [...elementsOf(select)].filter((element) => element.tagName === 'option')
  return options.map((option) => ({
    value: attribute(option, 'value') ?? textOf(option),
    selected: attribute(option, 'selected') !== null,
  }))
}

function labelOf(element: Element, type: string, labels: Element[]): string {
  const spoken = attribute(element, 'aria-label')
  if (spoken) return spoken
  if (element.tagName === 'button') return textOf(element)
  if (type === 'submit') return attribute(element, 'value') ?? 'Submit'
  const id = attribute(element, 'id')
  const label = closest(element, 'label') ?? labels.find((one) => id !== null && attribute(one, 'for') === id)
  return label ? textOf(label) : ''
}

function rawText(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('')
}
