export { presentCall as POST } from '@/lib/server/store-inspection-calls'
