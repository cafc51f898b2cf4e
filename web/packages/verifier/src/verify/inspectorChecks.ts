import type { Context, Subjects } from './subjects.ts'
import type { Inspectors } from '../subject.ts'
import type { Json } from '../json/json.ts'
import type { Node } from '../json/node.ts'
import type { PublicSource } from '../documents.ts'
import type { Say } from '../text/say.ts'
import type { Tickets } from '../suite/suite.ts'
import * as names from '../names.ts'
import { EXCLUDED, FRAME, RESULT, ROSTER, round as roundFile } from '../files/transcriptFiles.ts'
import { differs, firstDifference } from './difference.ts'
import { hex } from '../bytes.ts'
import { LIMIT } from '../json/json.ts'
import { match, resultJson } from '../matching/matching.ts'
import { readInspectorRound, type InspectorRound } from '../matching/round.ts'
import { readJson } from './inputs.ts'
import { label, readRoster, type Roster, type Slot } from '../matching/roster.ts'
import { readResult, type Result } from './result.ts'
import { Refusal, say } from '../text/say.ts'
import { size } from '../documents.ts'
import { Standing } from '../matching/standing.ts'
import { write } from '../json/jcs.ts'

/** The checks of a matching of inspectors. */
export class InspectorChecks implements Subjects {
  private readonly context: Context
  private readonly stated: Inspectors
  private readonly singles = new Set<string>()
  private rounds: InspectorRound[] = []
  private document?: Json
  private roster?: Roster
  private standing?: Standing
  private stands?: Result<Node>

  constructor(context: Context, stated: Inspectors) {
    this.context = context
    this.stated = stated
  }

  read(): void {
    const { files, findings, inputs } = this.context
    for (const other of [FRAME, EXCLUDED]) {
      if (files.has(other)) findings.fail('V1', other, 0, say('v1.purpose'))
    }
    const document = findings.attempt('V1', ROSTER, () => readJson(files, ROSTER).value)
    this.document = document
    this.roster =
      document === undefined ? undefined : findings.attempt('V1', ROSTER, () => readRoster(document))
    this.rounds = inputs.read((node) => readInspectorRound(node.value))
    this.stands = findings.attempt('V1', RESULT, () => readResult(readJson(files, RESULT), shaped))
  }

  lists(): void {
    const { findings, suite } = this.context
    findings.notChecked('V2', say('skip.inspectors'))
    findings.notChecked('V4', say('skip.inspectors'))
    if (this.document === undefined) {
      findings.notChecked('V3', say('skip.needs', 'V1', ROSTER))
      return
    }
    const found = hex(suite.hash(write(this.document)))
    if (found !== this.stated.roster) {
      findings.fail('V3', ROSTER, 1, say('v3.roster', found, this.stated.roster))
    }
  }

  get inputs(): number {
    return this.rounds.length
  }

  sources(r: number): readonly PublicSource[] {
    return this.rounds[r - 1].sources
  }

  get result() {
    return this.stands && { draw: this.stands.draw, rounds: this.stands.documents }
  }

  get drawable(): boolean {
    return !!this.roster && !!this.stands && this.context.inputs.complete
  }

  round(r: number, tickets: Tickets): boolean {
    const roster = this.roster as Roster
    let open: readonly Slot[] = [...roster.slots.values()].map(({ slot }) => slot)
    let now = Standing.before(roster)
    if (r > 0) {
      open = this.rounds[r - 1].open
      try {
        now = (this.standing as Standing).after(this.rounds[r - 1])
      } catch (e) {
        if (!(e instanceof Refusal)) throw e
        this.context.findings.fail('V11', roundFile(r), 1, e.say)
        return false
      }
    }
    now.withoutChoice(open).forEach((slot) => this.singles.add(label(slot)))
    const rounds = this.rounds.length + 1
    const computed = match(now, open, tickets, (slots) =>
      this.context.advance((r + slots / open.length) / rounds),
    )
    this.standing = now.with(computed)
    this.compare(r, resultJson(computed, r))
    return true
  }

  private compare(r: number, computed: Json): void {
    const stands = this.stands?.rounds[r]
    const difference = stands && firstDifference(stands.path, stands.value, computed)
    if (difference) this.context.findings.fail('V10', RESULT, 1, differs(difference))
  }

  knows(token: string): boolean | undefined {
    const { roster } = this
    return (
      roster && (roster.groups.includes(token) || roster.persons.has(token) || roster.absent.includes(token))
    )
  }

  singleChoice(): Say | undefined {
    return this.singles.size === 0 ? undefined : say('warn.single', [...this.singles].sort().join(', '))
  }

  unopened(): number {
    return 0
  }
}

/** A round of the result, of which no member is unknown and every name fits. */
function shaped(round: Node): Node {
  round.only('r', 'cap', 'slots', 'unfilled', 'reason')
  size(round.get('r'))
  round.find('cap')?.integer(1, LIMIT - 1)
  for (const slot of round.get('slots').items()) {
    slot.only('group', 'role', 'person').get('person').text(names.LABEL)
    named(slot)
  }
  round.get('unfilled').items().forEach(place)
  const reason = round.find('reason')
  if (reason) {
    reason.only('slots', 'persons')
    reason.get('slots').items().forEach(place)
    reason
      .get('persons')
      .items()
      .forEach((person) => person.text(names.LABEL))
  }
  return round
}

const place = (slot: Node): void => named(slot.only('group', 'role'))

function named(slot: Node): void {
  slot.get('group').text(names.LABEL)
  slot.get('role').text(names.CODE)
}
