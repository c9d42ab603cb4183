export { matrixCall as GET } from '@/lib/server/attacks/calls'
