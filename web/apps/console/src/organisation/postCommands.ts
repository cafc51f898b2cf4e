import type { CommandSpec } from '@/shared/detail/command'
import type { Option } from '@/shared/form/field'
import type { NewDelegation, NewPost, Post } from './api'

type Text = (key: string, named?: Record<string, unknown>) => string

/** How a further post is asked for. */
export const newPost = (t: Text, departments: Option[], today: string): CommandSpec<keyof NewPost> => ({
  ask: t('organisation.post.addAsk'),
  fields: [
    {
      key: 'departmentId',
      label: t('organisation.post.department'),
      kind: 'choice',
      required: true,
      options: departments,
    },
    {
      key: 'title',
      label: t('organisation.post.title'),
      kind: 'text',
      length: 50,
      hint: t('organisation.post.titleHint'),
    },
    { key: 'from', label: t('organisation.post.from'), kind: 'date', required: true, value: today },
    {
      key: 'until',
      label: t('organisation.post.until'),
      kind: 'date',
      hint: t('organisation.post.untilHint'),
    },
  ],
})

/** How a deputy is named; without `colleagues` the form draws the choice itself. */
export const naming = (
  t: Text,
  today: string,
  colleagues?: Option[],
): CommandSpec<Exclude<keyof NewDelegation, 'postId'>> => ({
  ask: t('organisation.post.delegateAsk'),
  fields: [
    {
      key: 'deputyId',
      label: t('organisation.post.deputy'),
      kind: colleagues ? 'choice' : 'slot',
      required: true,
      options: colleagues,
      hint: t('organisation.post.deputyHint'),
    },
    { key: 'from', label: t('shared.from'), kind: 'date', required: true, value: today },
    {
      key: 'until',
      label: t('shared.to'),
      kind: 'date',
      required: true,
      hint: t('organisation.post.longest'),
    },
    { key: 'reason', label: t('organisation.post.reason'), kind: 'text', required: true, length: 200 },
  ],
})

/** The commands of a post, as far as the platform allows them. */
export const postCommands = (
  t: Text,
  post: Post,
  today: string,
  colleagues?: Option[],
): Record<string, CommandSpec> => ({
  'assign-roles': {
    tone: 'primary',
    ask: `${t('organisation.exclusion')}\n${t('organisation.assigned')}`,
    fields: [{ key: 'roles', label: t('organisation.roles'), kind: 'slot', value: post.roles }],
  },
  delegate: naming(t, today, colleagues),
  end: {
    ask: post.open
      ? `${t('organisation.post.endAsk')}\n${t('organisation.post.endOpen', { count: post.open })}`
      : t('organisation.post.endAsk'),
    fields: [
      { key: 'until', label: t('organisation.post.last'), kind: 'date', required: true, value: today },
    ],
  },
})
