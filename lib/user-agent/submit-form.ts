import { encodeForm, type Parameters } from '@/lib/oauth/form'
import type { HttpRequest } from '@/lib/oauth/http'
import { type Control, formsOf, isDisabled, optionsOf, type PageForm } from './form-controls'
import { attribute } from './html'
import { requestFor, startNavigation } from './navigation'
import { type BrowserContext, BrowserError, type BrowserState, type Page } from './state'

/** What the user filled in, by field name. A list for check boxes: those with these values are ticked, no others. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>

/** The button pressed. Null: Enter, which presses the form's first button unless `values` name another. */
export type PressedButton = { name: string; value: string } | null

const URLENCODED = 'application/x-www-form-urlencoded'

/**
 * Submits a form of the current page, as its real HTML says: hidden inputs and defaults included, buttons only
 * when pressed (WHATWG HTML, "constructing the entry list").
 *
 * @throws BrowserError when the page has no such form, field, choice or button
 */
export async function submitForm(
  state: BrowserState,
  formName: string,
  values: FormValues,
  button: PressedButton,
  context: BrowserContext,
): Promise<HttpRequest> {
  const { page } = state
  if (!page) throw new BrowserError('The browser shows no page, so there is no form to submit.')
  const form = findForm(page, formName)
  const pressed = findButton(form, button, values)
  const entries = form.controls.flatMap((control) => entriesOf(control, form, values, pressed))
  checkNames(form, values)
  const attributeOf = (name: string): string | null =>
    (pressed && attribute(pressed.element, `form${name}`)) ?? attribute(form.element, name)
  const action = new URL(attributeOf('action') || page.url, page.url)
  const encoded = encodeForm(entries.map(([name, value]) => [name, value.replace(/\r\n|\r|\n/g, '\r\n')]))
  if (attributeOf('method')?.toLowerCase() !== 'post') {
    action.search = encoded
    return requestFor(state, startNavigation(page, { location: action.href, method: 'GET' }), context)
  }
  const encoding = attributeOf('enctype') ?? URLENCODED
  if (encoding !== URLENCODED) throw new BrowserError(`This browser does not send forms as ${encoding}.`)
  const target = { location: action.href, method: 'POST', body: encoded, contentType: URLENCODED }
  return requestFor(state, startNavigation(page, target), context)
}

function findForm(page: Page, name: string): PageForm {
  const forms = formsOf(page.html)
  const form = forms.find((one) => one.name === name)
  if (form) return form
  const names = forms.map((one) => one.name).filter(Boolean)
  const offer = names.length > 0 ? `It has: ${names.join(', ')}.` : 'It has none.'
  throw new BrowserError(`The page ${page.url.split('?')[0]} has no form named ${name}. ${offer}`)
}

function findButton(form: PageForm, button: PressedButton, values: FormValues): Control | null {
  const buttons = form.controls.filter((control) => control.type === 'submit' && !isDisabled(control))
  const wanted = button ?? buttons.find(({ name, value }) => name !== '' && values[name] === value)
  if (!wanted) return buttons[0] ?? null
  const found = buttons.find(({ name, value }) => name === wanted.name && value === wanted.value)
  if (found) return found
  throw new BrowserError(`The form ${form.name} has no button ${wanted.name}=${wanted.value}.`)
}

/** Every name the user filled in must be a field (or button) people can reach. */
function checkNames(form: PageForm, values: FormValues): void {
  for (const [name, value] of Object.entries(values)) {
    const controls = form.controls.filter((control) => control.name === name)
    const open = controls.filter((control) => control.type !== 'hidden' && !isDisabled(control))
    if (controls.length === 0) throw new BrowserError(`The form ${form.name} has no field named ${name}.`)
    if (open.length === 0) throw new BrowserError(`People cannot fill in ${name}: it is hidden or disabled.`)
    const offered = open.flatMap(choicesOf)
    const missing = [value].flat().find((choice) => offered.length > 0 && !offered.includes(choice))
    if (missing !== undefined) throw new BrowserError(`The field ${name} does not offer ${missing}.`)
  }
}

/** What a control with fixed choices offers; nothing for free text. */
function choicesOf(control: Control): string[] {
  if (control.type === 'select') return optionsOf(control.element).map((option) => option.value)
  return ['checkbox', 'radio', 'submit'].includes(control.type) ? [control.value] : []
}

function entriesOf(control: Control, form: PageForm, values: FormValues, pressed: Control | null): Parameters {
  const { type, name, value } = control
  if (name === '' || isDisabled(control)) return []
  const filled = Object.hasOwn(values, name) && type !== 'hidden' ? values[name] : undefined
  switch (type) {
    case 'submit':
      return control === pressed ? [[name, value]] : []
    case 'button':
    case 'reset':
    case 'image':
    case 'file':
      return []
    case 'checkbox':
    case 'radio':
      return (filled === undefined ? control.checked : [filled].flat().includes(value)) ? [[name, value]] : []
    default: {
      const texts = filled === undefined ? [value] : [filled].flat()
      const namesakes = form.controls.filter((other) => other.name === name && other.type === type)
      if (namesakes.length === 1) return texts.map((text) => [name, text])
      return [[name, texts[namesakes.indexOf(control)] ?? value]]
    }
  }
}
