// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { commandFor, KEYS, shortcut } from './keys'

afterEach(() => {
  document.body.innerHTML = ''
})

/** What a key press on an element comes to. */
function press(init: KeyboardEventInit, html = '<p id="here"></p>', characters = true) {
  document.body.innerHTML = html
  let command: ReturnType<typeof commandFor> = null
  const listen = (event: KeyboardEvent) => {
    command = commandFor(event, characters)
  }
  window.addEventListener('keydown', listen)
  document.querySelector('#here')?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }))
  window.removeEventListener('keydown', listen)
  return command
}

test.each([
  ['ArrowRight', 'next'],
  ['PageDown', 'next'],
  [' ', 'next'],
  ['n', 'next'],
  ['PageUp', 'back'],
  ['Home', 'first'],
  ['End', 'head'],
  ['3', 'tab-storage'],
  ['?', 'help'],
  ['[', 'previous-branch'],
  [']', 'next-branch'],
  ['/', 'find'],
  ['g', 'find'],
  ['o', 'overview'],
  ['f', 'full-screen'],
])('%s means %s', (key, command) => {
  expect(press({ key })).toBe(command)
})

test('Shift turns a step into a phase, and Space around', () => {
  expect(press({ key: 'ArrowRight', shiftKey: true })).toBe('next-phase')
  expect(press({ key: 'ArrowLeft', shiftKey: true })).toBe('previous-phase')
  expect(press({ key: ' ', shiftKey: true })).toBe('back')
})

test('a question mark is found wherever the keyboard puts it', () => {
  expect(press({ key: '?', shiftKey: true })).toBe('help')
})

test.each([
  '<input id="here">',
  '<textarea id="here"></textarea>',
  '<select id="here"></select>',
  '<div contenteditable="true"><b id="here"></b></div>',
  '<dialog open><button id="here"></button></dialog>',
])('no key fires in %s', (html) => {
  for (const { keys } of KEYS) for (const key of keys) expect(press({ key }, html)).toBeNull()
})

test('Space belongs to the button it is pressed on; an arrow to the tabs it is pressed in', () => {
  expect(press({ key: ' ' }, '<button id="here"></button>')).toBeNull()
  expect(press({ key: 'ArrowRight' }, '<button id="here"></button>')).toBe('next')
  expect(press({ key: 'ArrowRight' }, '<div role="tablist"><button id="here"></button></div>')).toBeNull()
})

test('the browser’s own shortcuts stay the browser’s', () => {
  expect(press({ key: 'r', ctrlKey: true })).toBeNull()
  expect(press({ key: 'ArrowLeft', altKey: true })).toBeNull()
  expect(press({ key: 'ArrowRight', metaKey: true })).toBeNull()
})

test('Ctrl and K find, and so does Command; where a bracket needs AltGr, it is still the bracket', () => {
  expect(press({ key: 'k', ctrlKey: true })).toBe('find')
  expect(press({ key: 'k', metaKey: true })).toBe('find')
  expect(press({ key: 'k', ctrlKey: true, altKey: true })).toBeNull()
  expect(press({ key: '[', ctrlKey: true })).toBeNull()
  expect(press({ key: '[', ctrlKey: true, altKey: true, modifierAltGraph: true })).toBe('previous-branch')
})

test('single characters can be switched off; other keys stay', () => {
  expect(press({ key: 'n' }, undefined, false)).toBeNull()
  expect(press({ key: '1' }, undefined, false)).toBeNull()
  expect(press({ key: '[' }, undefined, false)).toBeNull()
  expect(press({ key: 'k', ctrlKey: true }, undefined, false)).toBe('find')
  expect(press({ key: 'ArrowRight' }, undefined, false)).toBe('next')
})

test('no key means two things', () => {
  const all = KEYS.flatMap(({ keys }) => keys)
  expect(new Set(all).size).toBe(all.length)
  expect(shortcut('next')).toBe('ArrowRight PageDown Space N')
})
