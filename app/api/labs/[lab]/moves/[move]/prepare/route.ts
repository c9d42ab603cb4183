export { prepareCall as POST } from '@/lib/server/lab-calls'
