import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readLesson } from '@/lib/course/file/read-lesson'
import { writeLessonJson } from '@/lib/course/file/write-json'
import { writeLessonMarkdown } from '@/lib/course/file/write-markdown'
import type { LessonPlan } from '@/lib/course/lesson-plan'
import { PLANS } from '@/lib/course/plans'
import { namesOfLabs } from '@/lib/server/lessons/names'
import { seededRandom } from '@/lib/testing/seeded-random'
import { lessonNames } from './names'

const NAMES = await lessonNames(namesOfLabs())
const FOLDER = join(import.meta.dirname, '../../../lib/course/file/examples')
const EXAMPLES = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }))

function planIn(text: string): LessonPlan {
  const read = readLesson(text, NAMES)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems, null, 1))
  return read.plan
}

/** `where: what` of each problem. */
function problemsIn(text: string): string[] {
  const read = readLesson(text, NAMES)
  return 'problems' in read ? read.problems.map(({ where, what }) => `${where}: ${what}`) : []
}

describe.each(EXAMPLES)('the example $name', ({ text }) => {
  test('is read', () => {
    expect(planIn(text).stops.length).toBeGreaterThan(0)
  })

  test('stays what it is in both spellings', () => {
    const plan = planIn(text)
    expect(planIn(writeLessonMarkdown(plan))).toEqual(plan)
    expect(planIn(writeLessonJson(plan))).toEqual(plan)
  })
})

test.each(PLANS.map((plan) => [plan.id, plan] as const))(
  'the built-in lesson %s can be saved in both spellings',
  (_, plan) => {
    expect(planIn(writeLessonMarkdown(plan))).toEqual(plan)
    expect(planIn(writeLessonJson(plan))).toEqual(plan)
  },
)

const MARKDOWN = EXAMPLES.find(({ name }) => name.endsWith('.md'))?.text ?? ''
const JSON_TEXT = EXAMPLES.find(({ name }) => name.endsWith('.json'))?.text ?? ''

describe('what is wrong is told, with the line and what to do', () => {
  test.each([
    [
      '## step: token-request',
      '## step: tokn-request',
      'line 24: This flow has no step “tokn-request”. Did you mean “token-request”?',
    ],
    [
      'flow: authorization-code',
      'flow: authorisation-code',
      'line 4: There is no flow “authorisation-code”. Did you mean “authorization-code”?',
    ],
    [
      'check: verifier-matches passed by',
      'check: verifier-match passed by',
      'line 45: There is no check “verifier-match”. Did you mean “verifier-matches”?',
    ],
    [
      'carries code_verifier\n',
      'carries code_verifyer\n',
      '“code_verifyer” is not known. Did you mean “code_verifier”?',
    ],
    ['kind: break', 'kind: brake', 'It takes one of break, fix, assemble.'],
    ['minutes: 12', 'minuts: 12', 'line 5: There is no “minuts” here. Did you mean “minutes”?'],
    ['minutes: 12', 'minutes: soon', 'line 5: It must be a number.'],
    ['- [ ] Neither', '- [x] Neither', 'Nobody writes down which option is right'],
    ['preset: permissive', 'preset: careless', 'There is no preset “careless”'],
    ['## attack: code-interception', '## attak: code-interception', 'Did you mean “attack”?'],
    ['grant: authorization-code', 'grant: client-credentials', 'is not made against “client-credentials”'],
    ['title: Why PKCE\n', '', 'title: It is missing. Give a text.'],
    ['---\ntitle', 'title', 'A lesson begins with its facts between two lines of three dashes'],
    [
      'flow: authorization-code\n',
      'flow: authorization-code\noptions: pkce=of\n',
      'The option pkce cannot be “of”. Did you mean “off”?',
    ],
    ['  next: GET /photos from client to resource-server\n', '', 'An option needs a claim'],
  ])('%s becomes %s', (from, to, sentence) => {
    expect(problemsIn(MARKDOWN.replace(from, to)).join('\n')).toContain(sentence)
  })

  test('all at once', () => {
    const wrong = MARKDOWN.replace('minutes: 12', 'minuts: 12')
      .replace('step: token-request', 'step: tokn-request')
      .replace('to resource-server', 'to resourc-server')
      .replace('kind: break', 'kind: break\nhint: x')
    expect(problemsIn(wrong).map((one) => one.slice(0, 8))).toEqual(['line 5: ', 'line 24:', 'line 37:', 'line 53:'])
  })

  test.each([
    ['"stops"', '"stopps"', 'null: “stopps” is not known here. Did you mean “stops”?'],
    ['"step": "token-response"', '"step": "token-request"', 'stops[1].step: “token-request” is there twice.'],
    [
      '"carries": "password"',
      '"carries": "pasword"',
      'stops[0].question.options[1].claim.message.carries: There is no kind of secret “pasword”',
    ],
    ['"minutes": 8', '"minutes": 8000', 'minutes: There are too many, or it is too large: at most 600.'],
    ['"version": 1', '"version": 2', 'version: The file has another version'],
    ['"minutes": 8,', '"minutes": 8', 'line 9: The file is not JSON'],
    ['grant-lab-lesson', 'slides', 'format: This is not a lesson of Grant Lab.'],
  ])('%s becomes %s', (from, to, sentence) => {
    expect(problemsIn(JSON_TEXT.replace(from, to)).join('\n')).toContain(sentence)
  })

  test('an empty and a large file', () => {
    expect(problemsIn(' \n')).toEqual(['null: The file is empty. Start from an example.'])
    expect(problemsIn('x'.repeat(100 * 1024 + 1))).toEqual([
      'null: The file is too large: a lesson has at most 100 KB.',
    ])
    const stops = Array.from({ length: 61 }, () => '## step: token-request\n\nLook.').join('\n\n')
    expect(problemsIn(`---\ntitle: A\nflow: refresh\n---\n${stops}`).join()).toContain(
      'There are too many: at most 60.',
    )
  })
})

test('texts that look like something else stay texts', () => {
  const plan = planIn(MARKDOWN)
  const odd = {
    ...plan,
    id: 'another',
    title: '"Why" and "how"',
    stops: [{ ...plan.stops[0], note: '# no heading\n\\back\n- a list\n\n---\n## step: none' }, ...plan.stops.slice(1)],
    tasks: plan.tasks.map((task) => ({ ...task, text: '- not a hint\n\n## task: none', hints: ['- a hint', 'id: 7'] })),
  } as LessonPlan
  expect(planIn(writeLessonMarkdown(odd))).toEqual(odd)
})

describe('whatever is dropped, there is an answer in sentences', () => {
  const random = seededRandom('lesson files')
  const pick = (most: number) => Number(new DataView(random(4).buffer).getUint32(0)) % Math.max(1, most)
  const alphabet = [
    ...'abc:#-[]{}()"\\\n\n  ,;=/123',
    '---\n',
    '## step: ',
    '### ',
    '- [ ] ',
    'next: ',
    '\u0000',
    '💥',
    '__proto__',
  ]
  const noise = () => Array.from({ length: pick(300) }, () => alphabet[pick(alphabet.length)]).join('')
  const mutated = (text: string) => {
    const at = pick(text.length)
    return text.slice(0, at) + noise().slice(0, pick(12)) + text.slice(at + pick(40))
  }
  function value(depth: number): unknown {
    const kinds = [null, true, 7, -1e99, 'text', 'next: POST', '', '__proto__']
    if (depth === 0 || pick(3) === 0) return kinds[pick(kinds.length)]
    if (pick(2) === 0) return Array.from({ length: pick(4) }, () => value(depth - 1))
    const names = [
      'stops',
      'question',
      'options',
      'claim',
      'not',
      'all',
      'message',
      'title',
      'flow',
      'constructor',
      'step',
    ]
    return Object.fromEntries(Array.from({ length: pick(6) }, () => [names[pick(names.length)], value(depth - 1)]))
  }
  const isSentence = (text: string) => /^[^\n]+[.?…]$/.test(text) && text.length < 1200

  test.each([
    ['random letters', noise],
    ['a lesson in Markdown with a hole', () => mutated(MARKDOWN)],
    ['a lesson in JSON with a hole', () => mutated(JSON_TEXT)],
    ['random JSON', () => JSON.stringify({ format: 'grant-lab-lesson', version: 1, ...Object(value(5)) })],
  ])('%s', (_name, make) => {
    for (let round = 0; round < 60; round++) {
      const text = make()
      const read = readLesson(text, NAMES)
      if ('plan' in read) continue
      expect(read.problems.length).toBeGreaterThan(0)
      expect(read.problems.map(({ what }) => what).filter((what) => !isSentence(what))).toEqual([])
    }
  })
})
