/** One screen, as the Window Management API describes it: in CSS pixels of the whole desktop. */
export interface ScreenPlace {
  availLeft: number
  availTop: number
  availWidth: number
  availHeight: number
}

interface ScreenDetails {
  screens: readonly ScreenPlace[]
  currentScreen: ScreenPlace
}

/** What is needed of the browser. Only Chromium knows where other screens are. */
export interface Desktop {
  /** With `isExtended` in Chromium. */
  screen: object
  getScreenDetails?(): Promise<ScreenDetails>
  open(address: string, target: string, features?: string): unknown
}

/** Whether there is a second screen that a window could be put on; else a plain link does all there is to do. */
export const hasSecondScreen = ({ screen, getScreenDetails }: Desktop): boolean =>
  'isExtended' in screen && screen.isExtended === true && getScreenDetails !== undefined

/**
 * Opens the address on the screen that this window is not on. Who does not allow it gets an ordinary window.
 * @returns false when the browser blocked it
 */
export async function openOnSecondScreen(address: string, desktop: Desktop): Promise<boolean> {
  const other = await otherScreen(desktop).catch(() => null)
  const opened = other ? desktop.open(address, '_blank', featuresOf(other)) : desktop.open(address, '_blank')
  return opened !== null
}

async function otherScreen(desktop: Desktop): Promise<ScreenPlace | null> {
  const details = await desktop.getScreenDetails?.()
  return details?.screens.find((screen) => screen !== details.currentScreen) ?? null
}

const featuresOf = ({ availLeft, availTop, availWidth, availHeight }: ScreenPlace): string =>
  `popup,left=${availLeft},top=${availTop},width=${availWidth},height=${availHeight}`
