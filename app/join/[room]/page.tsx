import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { FollowRoom } from '@/components/join/follow-room'
import { readRoomCode } from '@/lib/room/code'

interface RoomPageProps {
  params: Promise<{ room: string }>
}

export const metadata: Metadata = { title: 'Room' }

export default async function RoomPage({ params }: RoomPageProps) {
  const code = readRoomCode(decodeURIComponent((await params).room))
  if (!code) redirect('/join')
  return <FollowRoom code={code} />
}
