export { sweepCall as POST } from '@/lib/server/store-inspection-calls'
