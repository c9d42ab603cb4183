'use client'

import { useEffect, useState } from 'react'

/** Light squares around the code, as its standard asks for. */
const QUIET = 4

interface QrCodeProps {
  text: string
  label: string
  className?: string
  /** Holds more, and forgives less: for a long address. */
  dense?: boolean
}

/** An address as a QR code, always black on white: readers need it. */
export function QrCode({ text, label, className, dense = false }: QrCodeProps) {
  const [code, setCode] = useState<{ size: number; path: string } | null>(null)
  useEffect(() => {
    let current = true
    import('qrcode-generator').then(({ default: qrcode }) => {
      const made = qrcode(0, dense ? 'L' : 'M')
      made.addData(text)
      made.make()
      const size = made.getModuleCount()
      const rows = Array.from({ length: size }, (_, row) =>
        Array.from({ length: size }, (_, column) => (made.isDark(row, column) ? `M${column} ${row}h1v1h-1z` : '')),
      )
      if (current) setCode({ size, path: rows.flat().join('') })
    })
    return () => {
      current = false
    }
  }, [text, dense])
  const box = code ? `${-QUIET} ${-QUIET} ${code.size + 2 * QUIET} ${code.size + 2 * QUIET}` : '0 0 1 1'
  return (
    <svg role="img" aria-label={label} viewBox={box} className={className} shapeRendering="crispEdges">
      <rect x={-QUIET} y={-QUIET} width="200%" height="200%" fill="#fff" />
      {code && <path d={code.path} fill="#000" />}
    </svg>
  )
}
