import { expect, type Locator, type Page } from '@playwright/test'

/** The comparison as a person finds it: by roles and visible names. */
export class ComparePage {
  readonly page: Page
  readonly next: Locator
  readonly back: Locator
  readonly all: Locator
  readonly message: Locator

  constructor(page: Page) {
    this.page = page
    this.next = page.getByRole('button', { name: /^Next phase/ })
    this.back = page.getByRole('button', { name: 'Back', exact: true })
    this.all = page.getByRole('button', { name: 'Run all to the end' })
    this.message = page.getByRole('complementary', { name: 'Message' })
  }

  async open(flows: string, query = ''): Promise<void> {
    await this.page.goto(`/compare?flows=${flows}${query}`)
    await expect(this.next).toHaveAttribute('aria-disabled', 'false')
  }

  /** Every flow to its end, trials included. */
  async runAll(): Promise<void> {
    await this.all.click()
    await this.finished()
  }

  async finished(): Promise<void> {
    await expect(this.next).toHaveAccessibleName('Next phase: every flow is at its end', { timeout: 60_000 })
  }

  /** Row of the phase looked at, as the address has it. */
  phase(): string | null {
    return new URL(this.page.url()).searchParams.get('phase')
  }

  /** Waits until every column has come to the end of this row. */
  async arrived(phase: string): Promise<void> {
    await expect.poll(() => this.phase()).toBe(phase)
    await expect(this.next).toHaveAttribute('aria-busy', 'false')
  }

  /** The cell of a column in a phase. */
  cell(column: string, phase: string): Locator {
    return this.page.getByRole('group', { name: `${column}: ${phase}`, exact: true })
  }

  /** The answers of one row of the table, in the order of the columns. */
  async answers(row: string): Promise<string[]> {
    const cells = this.page.getByRole('row', { name: row }).getByRole('cell')
    return cells.allInnerTexts()
  }
}
