'use client'

import { joinAddress } from '../addresses'
import { QrCode } from './qr-code'

/** How to come in late: the room's code, always in sight. */
export function JoinNote({ code }: { code: string }) {
  const address = joinAddress(code)
  return (
    <div className="flex shrink-0 items-center gap-2.5">
      <p className="text-right">
        <span className="block text-muted text-xs">{placeOf(address)}</span>
        <span className="block font-bold font-mono text-[20px] leading-6 tracking-wider">{code}</span>
      </p>
      <QrCode
        text={address}
        label={`QR code: join room ${code}`}
        className="size-[76px] group-data-larger/slide:hidden"
      />
    </div>
  )
}

/** `localhost:3000/join`, without the scheme. */
export const placeOf = (address: string): string =>
  new URL(address).host + new URL(address).pathname.replace(/\/[^/]*$/, '')
