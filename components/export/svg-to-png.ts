/** Pixels for each unit of the drawing. */
export const SCALES = [1, 2, 4] as const
export type Scale = (typeof SCALES)[number]

/** No side of a picture may be longer: browsers draw nothing at all on a larger canvas. */
const LONGEST_SIDE = 16_384

/**
 * Draws an SVG on a canvas, in the page.
 *
 * @param svg a whole document with `width` and `height` in pixels, which refers to nothing outside itself
 * @throws Error with a sentence, when the picture is too large or the browser cannot draw it
 */
export async function svgToPng(svg: string, scale: Scale): Promise<Blob> {
  const picture = await loaded(svg)
  const canvas = document.createElement('canvas')
  canvas.width = picture.naturalWidth * scale
  canvas.height = picture.naturalHeight * scale
  if (Math.max(canvas.width, canvas.height) > LONGEST_SIDE) {
    throw new Error(
      `At ${scale}× the picture would be longer than ${LONGEST_SIDE} pixels. Choose a smaller size, or SVG.`,
    )
  }
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser has no canvas to draw on. Choose SVG.')
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('This browser could not make a PNG of the picture. Choose SVG.')
  return blob
}

/** As a `data:` URL: the pages' policy lets images come from nowhere else but the app itself. */
async function loaded(svg: string): Promise<HTMLImageElement> {
  const picture = new Image()
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  try {
    await picture.decode()
  } catch {
    throw new Error('This browser could not draw the picture. Choose SVG.')
  }
  return picture
}
