import type { CommandOf, MemberOf, Thing } from '@/api/description'
import type { Field, FormValues } from '../form/field'

/** How a command is asked for. A command that is not described is sent at once, with the common label. */
export interface CommandSpec<Member extends string = string> {
  tone?: 'primary' | 'plain' | 'danger'
  /** Instead of the label in the module's messages. */
  label?: string
  /** What the command brings about, in one or two sentences; makes a dialog appear. */
  ask?: string
  clause?: string | string[]
  /** What the user fills in; makes a dialog appear. */
  fields?: Field<Member>[]
}

export type CommandSpecs = Record<string, CommandSpec | undefined>

/** How the commands of a thing are asked for, with fields that are members of what is sent, or `Extra` ones. */
export type CommandsOf<T extends Thing, Extra extends string = never> = {
  [C in CommandOf<T>]?: CommandSpec<MemberOf<T, C> | Extra>
}

/** A command as the user sent it; `key` was made when its dialog opened. */
export interface SentCommand {
  name: string
  values: FormValues
  key: string
}
