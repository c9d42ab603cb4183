import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Clicker } from '@/components/clicker/clicker'
import { readRoomCode } from '@/lib/room/code'

interface ClickerPageProps {
  params: Promise<{ room: string }>
}

export const metadata: Metadata = { title: 'Clicker' }

export default async function ClickerPage({ params }: ClickerPageProps) {
  const code = readRoomCode(decodeURIComponent((await params).room))
  if (!code) notFound()
  return <Clicker code={code} />
}
