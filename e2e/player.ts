import { expect, type Locator, type Page } from '@playwright/test'

/** The player as a person finds it: by roles and visible names. */
export class PlayerPage {
  readonly page: Page
  readonly next: Locator
  readonly back: Locator
  readonly transcript: Locator

  constructor(page: Page) {
    this.page = page
    this.next = page.getByRole('button', { name: /^Next/ })
    this.back = page.getByRole('button', { name: 'Back', exact: true })
    this.transcript = page.getByRole('list', { name: 'Transcript' })
  }

  async open(query = '', flow = 'authorization-code'): Promise<void> {
    await this.page.goto(`/flows/${flow}${query}`)
    await expect(this.next).toBeEnabled()
  }

  /** One press of Next; waits until the step it leads to is the current one. */
  async step(): Promise<void> {
    const before = this.slug()
    await this.next.click()
    await this.page.waitForURL((url) => url.searchParams.get('step') !== before)
    await expect(this.next).not.toHaveAttribute('aria-busy', 'true')
  }

  /** The same with a key, wherever the focus is. */
  async press(key: string): Promise<void> {
    const before = this.slug()
    await this.page.keyboard.press(key)
    await this.page.waitForURL((url) => url.searchParams.get('step') !== before)
    await expect(this.next).not.toHaveAttribute('aria-busy', 'true')
  }

  /** Presses Next until the step with this slug is the current one. */
  async stepTo(slug: string): Promise<void> {
    for (let press = 0; press < 60 && this.slug() !== slug; press++) await this.step()
    expect(this.slug()).toBe(slug)
  }

  /** Slug of the step looked at, as the address bar has it; null before the first. */
  slug(): string | null {
    return new URL(this.page.url()).searchParams.get('step')
  }

  /** How many steps have happened. */
  count(): Promise<number> {
    return this.transcript.locator(':scope > li').count()
  }

  /** Waits until so many steps have happened. */
  async arrived(count: number): Promise<void> {
    await expect.poll(() => this.count(), { intervals: [20, 50, 100] }).toBeGreaterThanOrEqual(count)
  }

  tab(name: 'Message' | 'Checks' | 'Tokens & storage' | 'Exposure' | 'Machine'): Locator {
    return this.page.getByRole('tab', { name, exact: true })
  }

  panel(): Locator {
    return this.page.getByRole('tabpanel')
  }

  get screen(): Locator {
    return this.page
      .getByRole('region', { name: 'Alice’s screen' })
      .or(this.page.getByRole('region', { name: "Alice's screen" }))
  }
}
