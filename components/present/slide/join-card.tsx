'use client'

import { joinAddress } from '../addresses'
import { usePresent } from '../present-context'
import { placeOf } from './join-note'
import { QrCode } from './qr-code'

/** Before the first step: the room's code, big enough for the last row. */
export function JoinCard({ code }: { code: string }) {
  const { crowd } = usePresent()
  const address = joinAddress(code)
  return (
    <section
      aria-label="Join this room"
      className="absolute inset-0 z-20 flex items-center justify-center gap-10 bg-canvas p-6 group-data-larger/slide:gap-5 group-data-larger/slide:p-2"
    >
      <QrCode
        text={address}
        label={`QR code of ${address}`}
        className="size-[270px] group-data-larger/slide:size-[190px]"
      />
      <div>
        <p className="text-xl">Follow on your own device:</p>
        <p className="mt-1 font-mono text-2xl">{placeOf(address)}</p>
        <p className="mt-2 font-bold font-mono text-[56px] leading-none tracking-widest group-data-larger/slide:text-[44px]">
          {code}
        </p>
        <p className="mt-5 text-lg text-muted group-data-larger/slide:mt-3">{followWords(crowd?.followers ?? 0)}</p>
      </div>
    </section>
  )
}

const followWords = (followers: number): string =>
  followers === 0 ? 'Nobody follows yet.' : followers === 1 ? '1 person follows.' : `${followers} people follow.`
