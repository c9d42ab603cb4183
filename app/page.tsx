import { Home } from '@/components/home/home'

export default function StartPage() {
  return <Home firstFlow={{ href: '/flows/authorization-code', label: 'Run authorization code + PKCE now' }} />
}
