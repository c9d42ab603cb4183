export { changeLabCall as PATCH, describeLabCall as GET, removeLabCall as DELETE } from '@/lib/server/lab-calls'
