export { predictionsCall as POST } from '@/lib/server/lessons/calls'
