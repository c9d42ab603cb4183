import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Lesson } from '@/components/learn/lesson/lesson'
import { findPlan, PLANS } from '@/lib/course/plans'

interface LessonRouteProps {
  params: Promise<{ lesson: string }>
}

export async function generateMetadata({ params }: LessonRouteProps): Promise<Metadata> {
  const plan = findPlan((await params).lesson)
  return plan ? { title: `Lesson: ${plan.title}`, description: plan.summary } : {}
}

export default async function LessonRoute({ params }: LessonRouteProps) {
  const plan = findPlan((await params).lesson) ?? notFound()
  const next = PLANS[PLANS.indexOf(plan) + 1]
  return <Lesson plan={plan} next={next && { id: next.id, title: next.title }} />
}
