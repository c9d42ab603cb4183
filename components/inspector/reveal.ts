/** Brings an element into the middle of its panel and takes the focus there. The page around the panel stays put. */
export function reveal(id: string): void {
  const element = document.getElementById(id)
  const panel = element?.closest('[role="tabpanel"]')
  if (!element || !panel) return
  const [box, frame] = [element.getBoundingClientRect(), panel.getBoundingClientRect()]
  panel.scrollTop += box.top - frame.top - Math.max(0, (frame.height - box.height) / 2)
  element.focus({ preventScroll: true })
}
