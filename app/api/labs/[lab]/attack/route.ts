export { attackStandingCall as GET } from '@/lib/server/attacks/calls'
