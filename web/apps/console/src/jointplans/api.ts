import { read, readPage, write } from '@/api/call'
import type { Schemas } from '@/api/description'
import type { ListQuery } from '@/api/list'
import type { PlanDetail } from '@/planning/api'

export type ProposalRow = Schemas['planning.ProposalRow']
export type ProposalState = ProposalRow['state']
export type ProposalDetail = Schemas['planning.ProposalDetail']
export type Answer = Schemas['planning.AnswerView']
export type ProposalRules = Schemas['planning.ProposalRulesView']
export type ProposalForm = Schemas['planning.ProposalForm']
export type NewProposal = Schemas['planning.NewProposal']
export type AdHocForm = Schemas['planning.AdHocForm']
export type Ground = ProposalRules['grounds'][number]
export type JointYear = Schemas['planning.JointYear']
export type MemberAnswer = Schemas['planning.MemberAnswer']
export type Duty = Schemas['planning.DutyView']
export type Overlap = Schemas['planning.OverlapView']
export type OverlapsOfYear = Schemas['planning.OverlapsOfYear']
export type PlanComparison = Schemas['planning.PlanComparisonView']

export const listProposals = (query: ListQuery, signal?: AbortSignal) =>
  readPage('/api/proposals', query, signal)
export const getProposal = (id: string, signal?: AbortSignal) =>
  read('/api/proposals/{id}', { path: { id }, signal })
export const listProposalItems = (id: string, signal?: AbortSignal) =>
  read('/api/proposals/{id}/items', { path: { id }, signal })
/** What to know before a joint inspection is proposed. */
export const getRules = (year: number, signal?: AbortSignal) =>
  read('/api/proposal-rules', { query: { year }, signal })
export const createProposal = (body: NewProposal, key: string) => write('/api/proposals', { body, key })
export const changeProposal = ({ id, version }: ProposalDetail, body: ProposalForm, key: string) =>
  write('/api/proposals/{id}/change-draft', { path: { id }, body, key, version })

export const getJointYear = (year: number, region: string | undefined, signal?: AbortSignal) =>
  read('/api/joint-plans', { query: { year, region }, signal })
export const createJointPlan = (year: number, title: string, key: string) =>
  write('/api/joint-plans', { body: { year, title }, key })
/** The reader's department has nothing to propose for the plan of a year. */
export const declareNothing = (year: number, note: string, key: string) =>
  write('/api/proposals/nothing-to-propose', { body: { year, note }, key })
export const takeProposals = ({ id, version }: PlanDetail, proposals: string[], key: string) =>
  write('/api/plans/{id}/take-proposals', { path: { id }, body: { proposals }, key, version })
export const findOverlaps = (year: number, region: string, signal?: AbortSignal) =>
  read('/api/plans/overlaps', { query: { year, regions: [region] }, signal })

/** Merges a proposal into another one, as it stands now. */
export async function mergeProposals(id: string, into: string, note: string, key: string) {
  const { version } = await getProposal(id)
  return write('/api/proposals/{id}/merge', { path: { id }, body: { into, note }, key, version })
}

/** Writes down why two stay two. */
export async function keepApart(id: string, other: string, reason: string, key: string) {
  const { version } = await getProposal(id)
  return write('/api/proposals/{id}/keep-apart', { path: { id }, body: { other, reason }, key, version })
}

export const comparePlans = (id: string, from: number, to: number, signal?: AbortSignal) =>
  read('/api/plans/{id}/comparison', { path: { id }, query: { from, to }, signal })
