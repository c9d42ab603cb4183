export { dumpCall as POST } from '@/lib/server/store-inspection-calls'
