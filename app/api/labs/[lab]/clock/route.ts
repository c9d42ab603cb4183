export { clockCall as POST } from '@/lib/server/lab-calls'
