// A real Chromium for the measurements that are made in a page.
import { chromium } from '@playwright/test'
import { findBrowser } from '../find-browser.mjs'

export async function withBrowser(work) {
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}
