export { createLabCall as POST } from '@/lib/server/lab-calls'
