import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { violations } from './axe'
import { PlayerPage } from './player'

class LessonPage extends PlayerPage {
  readonly question = this.page.getByRole('radio').first().locator('xpath=ancestor::section[1]')
  readonly answer = this.page.getByRole('region', { name: 'Your answer' })

  override async open(lesson = 'client-credentials'): Promise<void> {
    await this.page.goto(`/learn/${lesson}`)
    await expect(this.next).toBeEnabled()
  }

  /** Presses Next up to the next question. */
  async toQuestion(): Promise<void> {
    for (let press = 0; press < 60 && (await this.page.getByRole('radio').count()) === 0; press++) {
      await expect(this.next).not.toHaveAttribute('aria-busy', 'true')
      await this.next.click()
      await expect(this.next).not.toHaveAttribute('aria-busy', 'true')
    }
    await expect(this.question).toBeVisible()
  }

  async say(option: string, sure: 'Sure' | 'Not sure'): Promise<void> {
    await this.page.getByRole('radio', { name: option, exact: true }).check()
    await this.page.getByRole('radio', { name: sure, exact: true }).check()
    await this.next.click()
    await expect(this.page.getByRole('radio')).toHaveCount(0)
  }
}

test('who predicts wrongly sees why, is asked once more, and finds it in the summary', async ({ page }) => {
  const lesson = new LessonPage(page)
  await lesson.open()
  await lesson.toQuestion()
  expect(lesson.slug(), 'asked before the step').toBe('token-request')
  await expect(lesson.next, 'what comes is not given away').toHaveAccessibleName('Next: choose an answer first')
  expect(await lesson.count()).toBe(1)
  await lesson.say('An access token and a refresh token', 'Sure')
  await expect.poll(() => lesson.slug(), 'then it is seen').toBe('token-response')
  await expect(lesson.answer).toContainText('You said “An access token and a refresh token”.')
  await expect(lesson.answer).toContainText('a refresh token would spare nobody anything')

  await lesson.toQuestion()
  await lesson.say('The access token alone', 'Not sure')
  await expect(lesson.answer).toContainText('As you said: “The access token alone”.')

  await lesson.toQuestion()
  await expect(lesson.question).toContainText('once more: step 2')
  await lesson.say('An access token', 'Sure')
  await expect(lesson.answer).toContainText('As you said: “An access token”.')

  await lesson.back.click()
  await lesson.back.click()
  await lesson.next.click()
  await expect(page.getByRole('radio'), 'an earlier step asks nothing').toHaveCount(0)

  await lesson.toQuestion()
  await lesson.say('Does the scope cover photos?', 'Sure')
  await expect(lesson.answer).toContainText('stops there')
  await expect(lesson.next).toHaveAccessibleName('Next: look back at the lesson')
  await lesson.next.click()
  await expect(page.getByRole('heading', { name: 'To look at again' })).toBeVisible()
  await expect(page.getByText('You said “Does the scope cover photos?” and were sure')).toBeVisible()
  await page.reload()
  await expect(page.getByText('At first you said something else')).toBeVisible()
})

test('with the keyboard only, and with letters and digits switched off', async ({ page }) => {
  const lesson = new LessonPage(page)
  await lesson.open()
  await lesson.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(lesson.question).toBeFocused()
  await page.keyboard.press('2')
  await page.keyboard.press('u')
  await lesson.press('n')
  await expect(lesson.answer).toContainText('You were not sure; now you have seen it.')
  await expect(lesson.next, 'the focus is not lost').toBeFocused()

  await page.keyboard.press('ArrowRight')
  await expect(lesson.question).toBeFocused()
  await lesson.press('Escape')
  expect(lesson.slug(), 'Escape skips, and goes on').toBe('usage-request')
  await expect(lesson.answer).toHaveCount(0)

  await page.keyboard.press('?')
  await page.getByRole('checkbox', { name: 'Single letters and digits are keys, too' }).uncheck()
  await page.keyboard.press('Escape')
  await lesson.press('ArrowRight')
  await lesson.press('ArrowRight')
  await lesson.press('ArrowRight')
  await lesson.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(lesson.question).toBeFocused()
  await page.keyboard.press('3')
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(lesson.answer).toContainText('As you said: “Does the token speak for a user?”.')
})

test('a changed message brings none of the answers', async ({ page }) => {
  const lesson = new LessonPage(page)
  await lesson.open()
  await lesson.step()
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByRole('button', { name: 'Drop the message' }).click()
  await expect(lesson.question).toBeVisible()
  await lesson.say('An access token', 'Sure')
  await expect(lesson.answer).toContainText('None of these:')
})

test('progress survives a reload, and goes out and in as a file', async ({ page }) => {
  const lesson = new LessonPage(page)
  await lesson.open()
  await lesson.toQuestion()
  await lesson.say('An access token and a refresh token', 'Sure')
  await page.reload()
  await expect(lesson.answer, 'the same run, the same step').toContainText('You said')
  await page.goto('/learn')
  const card = page.getByRole('listitem').filter({ hasText: 'Client credentials' })
  await expect(card).toContainText('1 to look at again')
  await expect(page.getByRole('region', { name: 'Continue' })).toContainText('Continue: Client credentials')

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ])
  const file = await readFile(await download.path())
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(card).not.toContainText('to look at again')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(card).toContainText('1 to look at again')
  await page.getByRole('button', { name: 'Clear' }).click()
  const progress = { name: 'progress.json', mimeType: 'application/json' }
  await page.getByLabel('Progress file').setInputFiles({ ...progress, buffer: Buffer.from('{"photos":[]}') })
  await expect(page.getByText('Nothing was changed')).toBeVisible()
  await page.getByLabel('Progress file').setInputFiles({ ...progress, buffer: file })
  await expect(card).toContainText('1 to look at again')

  await page.evaluate(() => sessionStorage.clear())
  await lesson.open()
  await lesson.toQuestion()
  await expect(lesson.question, 'missed ones return on the next visit').toContainText('what does it get?')
})

test('a flow’s page leads into its lesson and back', async ({ page }) => {
  await page.goto('/flows/client-credentials?mode=learn')
  await expect(page).toHaveURL(/\/learn\/client-credentials/)
  await page.getByRole('link', { name: 'Explore' }).click()
  await expect(page).toHaveURL(/\/flows\/client-credentials/)
  await page.getByRole('link', { name: 'Learn', exact: true }).click()
  await expect(page).toHaveURL(/\/learn\/client-credentials/)
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`axe finds nothing, ${colorScheme}, ${width} wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
      const lesson = new LessonPage(page)
      await lesson.open()
      await lesson.toQuestion()
      expect(await violations(page), 'a question').toEqual([])
      await lesson.say('A code, until somebody approves', 'Sure')
      expect(await violations(page), 'the answer').toEqual([])
      await page.goto('/learn/client-credentials#summary')
      await expect(page.getByRole('heading', { name: 'To look at again' })).toBeVisible()
      expect(await violations(page), 'the summary').toEqual([])
      for (const path of ['/learn', '/learn/cast']) {
        await page.goto(path)
        await page.getByRole('heading', { level: 1 }).waitFor()
        expect(await violations(page), path).toEqual([])
      }
    })
  }
}
