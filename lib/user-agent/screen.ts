/** What the virtual browser shows: read out of the real HTML of the page, so that no panel can invent a button. */
export interface Screen {
  url: string
  title: string
  /** The page's `<body data-page>`: `login`, `consent`, `photos`, `error`, `home`, ... */
  page: string
  /** Visible text outside forms, block by block; a heading begins with `# `. */
  text: string[]
  forms: ScreenForm[]
  /** Images and list items the page shows, by their accessible name. */
  items: string[]
}

export interface ScreenForm {
  /** The form's `name` attribute: `login`, `consent`. */
  name: string
  fields: ScreenField[]
  buttons: ScreenButton[]
}

export interface ScreenField {
  name: string
  label: string
  /** The input's type: `text`, `password`, `checkbox`; hidden inputs are left out. */
  type: string
  value: string
  checked: boolean
}

export interface ScreenButton {
  name: string
  value: string
  label: string
}
