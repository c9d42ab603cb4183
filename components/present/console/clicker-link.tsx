'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { clickerAddress } from '../addresses'
import { usePresent } from '../present-context'
import { roomApi } from '../session/room-api'
import { QrCode } from '../slide/qr-code'

/** The way to the presenter's phone: in the console only, and only when asked for. */
export function ClickerLink({ code }: { code: string }) {
  const { notify } = usePresent()
  const [address, setAddress] = useState<string | null>(null)

  function show() {
    roomApi
      .clickerKey(code)
      .then(({ key }) => setAddress(clickerAddress(code, key)))
      .catch((error: Error) => notify(error.message))
  }

  if (address === null) return <Button onClick={show}>Phone clicker</Button>
  return (
    <div className="mt-1 flex w-full items-start gap-3">
      <QrCode text={address} label="QR code of the phone clicker" className="size-36 shrink-0 rounded-md" />
      <div className="grid justify-items-start gap-2 text-sm">
        <p>Scan it with your phone. Whoever has this link can press Next, so keep it off the projector.</p>
        <a href={address} target="_blank" rel="noreferrer" className="py-0.5 text-accent underline">
          Open it here
        </a>
        <Button onClick={() => setAddress(null)}>Hide</Button>
      </div>
    </div>
  )
}
