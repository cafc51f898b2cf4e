/** What holds at a moment: who fills which slot, who is recused or absent, how much each may still serve. */
import type { InspectorRound } from './round.ts'
import type { MatchResult } from './matching.ts'
import {
  everybody,
  label,
  requireKnown,
  requirePerson,
  type Recusal,
  type Roster,
  type Slot,
} from './roster.ts'
import { refuse } from '../text/say.ts'

export class Standing {
  readonly roster: Roster

  /** Number of the last round applied, 0 before the first. */
  private readonly round: number

  /** Who fills which slot, by label. */
  private readonly holders: ReadonlyMap<string, string>
  private readonly recused: ReadonlyMap<string, ReadonlySet<string>>
  private readonly absent: ReadonlySet<string>

  private constructor(
    roster: Roster,
    round: number,
    holders: ReadonlyMap<string, string>,
    recused: ReadonlyMap<string, ReadonlySet<string>>,
    absent: ReadonlySet<string>,
  ) {
    this.roster = roster
    this.round = round
    this.holders = holders
    this.recused = recused
    this.absent = absent
  }

  /** Before the draw: nobody serves anywhere. */
  static before(roster: Roster): Standing {
    const recused = new Map<string, Set<string>>()
    roster.recused.forEach((recusal) => recuse(recused, recusal))
    return new Standing(roster, 0, new Map(), recused, new Set(roster.absent))
  }

  /** With the slots of a result filled. */
  with(result: MatchResult): Standing {
    const now = new Map(this.holders)
    for (const { slot, person } of result.slots) now.set(label(slot), person)
    return new Standing(this.roster, this.round, now, this.recused, this.absent)
  }

  /** With a round's input applied; refuses an input that does not fit what holds. */
  after(input: InspectorRound): Standing {
    if (input.r !== this.round + 1) throw refuse('round.number', '$.r', input.r, this.round + 1)
    const recused = new Map([...this.recused].map(([group, persons]) => [group, new Set(persons)]))
    const now = this.vacate(input, recused)
    const all = everybody(this.roster)
    const groups = new Set(this.roster.groups)
    for (const recusal of input.recused) {
      requireKnown(recusal, groups, all)
      recuse(recused, recusal)
    }
    const absent = new Set(this.absent)
    for (const person of input.absent) {
      requirePerson(person, all, '$.absent')
      absent.add(person)
    }
    for (const slot of input.open) {
      const holder = now.get(this.known(slot, '$.open'))
      if (holder !== undefined) throw refuse('round.held', '$.open', label(slot), holder)
    }
    return new Standing(this.roster, input.r, now, recused, absent)
  }

  private vacate(input: InspectorRound, recused: Map<string, Set<string>>): Map<string, string> {
    const now = new Map(this.holders)
    for (const { slot, person } of input.left) {
      const place = this.known(slot, '$.left')
      if (now.get(place) !== person) {
        throw refuse('round.not-holder', '$.left', person, place, now.get(place) ?? '–')
      }
      now.delete(place)
      recuse(recused, { group: slot.group, person })
    }
    return now
  }

  private known(slot: Slot, path: string): string {
    if (!this.roster.slots.has(label(slot))) throw refuse('round.slot-unknown', path, label(slot))
    return label(slot)
  }

  isAbsent(person: string): boolean {
    return this.absent.has(person)
  }

  /** Those of these slots that only one person is eligible for. */
  withoutChoice(slots: readonly Slot[]): Slot[] {
    return slots.filter((slot) => {
      const members = this.roster.classes.get(this.roster.slots.get(label(slot))?.class ?? '') ?? []
      const recused = this.recused.get(slot.group)
      return members.filter((p) => !recused?.has(p) && !this.absent.has(p)).length === 1
    })
  }

  /** How many more groups each person of the roster may serve. */
  capacitiesLeft(): Map<string, number> {
    const left = new Map(this.roster.persons)
    for (const person of this.holders.values()) left.set(person, (left.get(person) ?? 0) - 1)
    return left
  }

  /** Who is not eligible for further slots of each group: the recused and those who hold one. */
  barred(): Map<string, string[]> {
    const barred = new Map([...this.recused].map(([group, persons]) => [group, [...persons]]))
    for (const [place, person] of this.holders) {
      const group = place.slice(0, place.indexOf('/'))
      barred.set(group, [...(barred.get(group) ?? []), person])
    }
    return barred
  }
}

function recuse(recused: Map<string, Set<string>>, { group, person }: Recusal): void {
  recused.set(group, (recused.get(group) ?? new Set()).add(person))
}
