import type { AttackerPage } from '../environment'

/** `GET /advertisement.svg`: a harmless picture. Whoever shows it tells its server from which page it is looked at. */
export const advertisement: AttackerPage = () =>
  new Response(PICTURE, { headers: { 'content-type': 'image/svg+xml', 'cache-control': 'no-store' } })

const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80" viewBox="0 0 300 80">
<rect width="300" height="80" rx="8" fill="#0b57d0"/>
<text x="150" y="48" fill="#fff" font-family="system-ui, sans-serif" font-size="22" text-anchor="middle">Holiday Quiz: play now</text>
</svg>
`
