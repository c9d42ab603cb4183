import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Lesson } from '@/components/learn/lesson/lesson'
import { findPlan } from '@/lib/course/plans'

interface LessonRouteProps {
  params: Promise<{ lesson: string }>
}

export async function generateMetadata({ params }: LessonRouteProps): Promise<Metadata> {
  const plan = findPlan((await params).lesson)
  return plan ? { title: `Lesson: ${plan.title}`, description: plan.summary } : {}
}

export default async function LessonRoute({ params }: LessonRouteProps) {
  return <Lesson plan={findPlan((await params).lesson) ?? notFound()} />
}
