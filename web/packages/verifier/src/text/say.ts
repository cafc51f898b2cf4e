import { format } from './format.ts'
import { en, zh } from './messages.ts'

export type Language = 'zh' | 'en'

/** The key of a text; the texts are those of the command line, made from its resource files. */
export type Key = keyof typeof zh

/** A text with its arguments, in no language yet. Plain data, so that a worker can send it. */
export interface Say {
  readonly key: Key
  readonly args: readonly string[]
}

export const say = (key: Key, ...args: unknown[]): Say => ({ key, args: args.map(String) })

export const inLanguage = (say: Say, language: Language): string =>
  format((language === 'en' ? en : zh)[say.key], say.args)

/** Input or a step that the rules of draw/v1 do not admit. */
export class Refusal extends Error {
  readonly say: Say

  constructor(said: Say) {
    super(inLanguage(said, 'en'))
    this.name = 'Refusal'
    this.say = said
  }
}

export const refuse = (key: Key, ...args: unknown[]): Refusal => new Refusal(say(key, ...args))

/** A file that cannot be read as what it should be; the texts are those of zlib and of the JDK. */
export class Unreadable extends Error {
  constructor(message: string | null) {
    super(String(message))
    this.name = 'Unreadable'
  }
}
