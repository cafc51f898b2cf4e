/** What a log, or somebody in its name, gave does not hold or cannot be read. */
import { say, type Key, type Say } from '../text/say.ts'

export class Unsound extends Error {
  readonly say: Say

  constructor(said: Say) {
    super(said.key)
    this.name = 'Unsound'
    this.say = said
  }
}

export const unsound = (key: Key, ...args: unknown[]): Unsound => new Unsound(say(key, ...args))
