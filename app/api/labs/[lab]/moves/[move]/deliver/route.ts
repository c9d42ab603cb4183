export { deliverCall as POST } from '@/lib/server/lab-calls'
