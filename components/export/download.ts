/** A file that can be offered: everything its reader needs, and nothing fetched from anywhere. */
export interface OutputFile {
  /** Such as `authorization-code.svg`. */
  name: string
  /** Media type: `image/svg+xml`. */
  type: string
  content: string | Blob
}

/** Hands a file to the browser, which saves it as it saves every download. */
export function download({ name, type, content }: OutputFile): void {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The download has its own hold on the bytes once the click was dealt with.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
