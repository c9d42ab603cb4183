import { type ComponentType, type LazyExoticComponent, lazy, Suspense, useState } from 'react'

/** A part of the page whose code is loaded by itself. */
export interface Part<Props extends object> {
  /** Loads the code now, so that the part stands there at once when it is asked for. */
  preload(): Promise<unknown>
  ready(): ComponentType<Props> | null
  Later: LazyExoticComponent<ComponentType<Props>>
}

export function partOf<Props extends object>(load: () => Promise<ComponentType<Props>>): Part<Props> {
  let loaded: ComponentType<Props> | null = null
  const preload = async () => {
    loaded = await load()
    return { default: loaded }
  }
  return { preload, ready: () => loaded, Later: lazy<ComponentType<Props>>(preload) }
}

/** Shows a part: at once when its code is there, otherwise as soon as it has come. */
export function OnDemand<Props extends object>({ part, given }: { part: Part<Props>; given: Props }) {
  // What was there when the part opened stays: the other way to the same component would begin its state anew.
  const [Ready] = useState(part.ready)
  if (Ready) return <Ready {...given} />
  return (
    <Suspense fallback={null}>
      <part.Later {...given} />
    </Suspense>
  )
}
