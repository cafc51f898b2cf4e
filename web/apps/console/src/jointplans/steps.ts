import type { PlanDetail } from '@/planning/api'
import type { Step } from '@/shared/step'
import type { JointYear, ProposalDetail, ProposalState } from './api'

type Text = (key: string, values?: Record<string, unknown>) => string
type Day = (day: string) => string

const reached: Record<ProposalState, number> = {
  draft: 0,
  proposed: 1,
  agreed: 2,
  taken: 3,
  merged: 3,
  withdrawn: -1,
}

/** From the lead's draft to the plan. */
export function proposalSteps(proposal: ProposalDetail, t: Text, day: Day): Step[] {
  const at = reached[proposal.state]
  const answered = proposal.answers.filter((one) => one.state !== 'awaited').length
  const notes = [
    `${proposal.lead.name} ${proposal.draftedBy.name}`,
    proposal.answers.length > 0
      ? t('jointplans.way.answered', {
          answered,
          all: proposal.answers.length,
          until: proposal.answersUntil ? day(proposal.answersUntil) : '',
        })
      : undefined,
    [proposal.office?.name, proposal.handedOn && day(proposal.handedOn)].filter(Boolean).join(' '),
    proposal.plan?.number,
  ]
  const last = proposal.adHoc ? 'open' : proposal.state === 'merged' ? 'merged' : 'take'
  return ['draft', 'ask', 'consolidate', last].map((key, index) => ({
    key,
    label: t(`jointplans.way.${proposal.adHoc && key === 'consolidate' ? 'agreed' : key}`),
    state: stateAt(index, at, index === 3 && at === 3),
    note: at >= 0 && index <= Math.max(at, 0) ? notes[index] || undefined : undefined,
  }))
}

function stateAt(index: number, at: number, done: boolean): Step['state'] {
  if (at < 0) return 'skipped'
  if (index < at || done) return 'done'
  return index === at ? 'current' : 'todo'
}

const planWay = ['collect', 'submit', 'decide', 'publish'] as const
const planReached: Record<string, number> = { draft: 1, submitted: 2, approved: 3, published: 4 }

/** How far the joint plan of a year is, with who decides and until when. */
export function yearSteps(year: JointYear, state: string | undefined, t: Text, day: Day): Step[] {
  const at = state ? (planReached[state] ?? 0) : 0
  const notes: Record<(typeof planWay)[number], string | undefined> = {
    collect: year.submitBy ? t('jointplans.until', { day: day(year.submitBy) }) : undefined,
    submit: year.office?.name,
    decide: year.decidedBy ? t(`jointplans.decides.${year.decidedBy}`) : undefined,
    publish: year.publishBy ? t('jointplans.until', { day: day(year.publishBy) }) : undefined,
  }
  return planWay.map((key, index) => ({
    key,
    label: t(`jointplans.planWay.${key}`),
    state: stateAt(index, at, false),
    note: notes[key],
  }))
}

/** The same for the page of the plan, with what was decided, filed and published. */
export function planSteps(plan: PlanDetail, t: Text, day: Day, instant: Day): Step[] {
  const { state, decision, publishedAt, draftedBy } = plan.current
  const discarded = state === 'discarded'
  const at = discarded ? -1 : (planReached[state] ?? 0)
  const filed = plan.filings.filter((one) => one.number === plan.current.number)
  const notes = [
    draftedBy.name,
    undefined,
    decision
      ? `${t(`jointplans.decides.${decision.by}`)} ${day(decision.on)} ${decision.documentNumber}`
      : plan.way && t(`jointplans.decides.${plan.way.decidesNow}`),
    publishedAt
      ? instant(publishedAt)
      : plan.way?.publishBy && t('jointplans.until', { day: day(plan.way.publishBy) }),
  ]
  const steps: Step[] = planWay.map((key, index) => ({
    key,
    label: t(`jointplans.planWay.${index === 0 ? 'consolidate' : key}`),
    state: stateAt(index === 0 ? 1 : index, at === 0 ? 1 : at, false),
    note: notes[index] || undefined,
  }))
  steps[0] = { ...steps[0], state: discarded ? 'skipped' : at > 1 ? 'done' : 'current' } as Step
  if (at === 1) steps[1] = { ...steps[1], state: 'todo' } as Step
  if (plan.filingsOpen.length > 0 || filed.length > 0)
    steps.push({
      key: 'file',
      label: t('jointplans.planWay.file'),
      state: discarded ? 'skipped' : plan.filingsOpen.length > 0 ? 'current' : 'done',
      note:
        filed.map((one) => `${t(`jointplans.filedWith.${one.with}`)} ${day(one.on)}`).join('；') || undefined,
    })
  return steps
}
