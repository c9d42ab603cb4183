export { attemptCall as POST } from '@/lib/server/attacks/calls'
