import { openTab } from './open-tab'
import { runPage } from './run-page'
import { SCRIPT } from './script'

/** The script as a browser gets it: the text of the very functions above, which use nothing but their parameters. */
export function scriptText(): string {
  const members = Object.entries(SCRIPT).map(([name, part]) => `  ${name}: ${part.toString()},`)
  return `'use strict'
;(() => {
const script = {
${members.join('\n')}
}
const openTab = ${openTab.toString()}
const runPage = ${runPage.toString()}
runPage(script, openTab(window))
})()
`
}
