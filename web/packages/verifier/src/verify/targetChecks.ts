import type { Context, Subjects } from './subjects.ts'
import type { Key, Say } from '../text/say.ts'
import type { Listed, Targets } from '../subject.ts'
import type { PublicSource } from '../documents.ts'
import type { Tickets } from '../suite/suite.ts'
import type { TokenTable } from '../targets/table.ts'
import type { Check } from './report.ts'
import { COMMITMENT, EXCLUDED, FRAME, RESULT, ROSTER, round as roundFile } from '../files/transcriptFiles.ts'
import { hex } from '../bytes.ts'
import { quotaOf } from '../subject.ts'
import { readJson } from './inputs.ts'
import { readList } from '../targets/csv.ts'
import { readResult, type Result } from './result.ts'
import { refuse, Refusal, say } from '../text/say.ts'
import { sameDrawn, select, showDrawn, type Drawn, type TargetRound } from '../targets/draw.ts'
import {
  drawnTokens,
  readSubstituteRound,
  readTargetRound,
  requireConsistent,
  type SubstituteRound,
} from '../targets/rounds.ts'

/** The checks of a draw of targets. */
export class TargetChecks implements Subjects {
  private readonly context: Context
  private readonly stated: Targets
  private readonly drawn: TargetRound[] = []
  private rounds: SubstituteRound[] = []
  private frame?: TokenTable
  private excluded?: TokenTable
  private stands?: Result<TargetRound>

  constructor(context: Context, stated: Targets) {
    this.context = context
    this.stated = stated
  }

  read(): void {
    const { files, findings, inputs } = this.context
    if (files.has(ROSTER)) findings.fail('V1', ROSTER, 0, say('v1.purpose'))
    this.frame = this.list(FRAME, true, this.stated.frame)
    this.excluded = this.list(EXCLUDED, false, this.stated.excluded)
    this.rounds = inputs.read(readSubstituteRound)
    this.stands = findings.attempt('V1', RESULT, () => readResult(readJson(files, RESULT), readTargetRound))
  }

  private list(file: string, weighted: boolean, stated: Listed): TokenTable | undefined {
    const { files, findings } = this.context
    return findings.attempt('V1', file, () => readList(files.packed(file), weighted, stated.size + 1))
  }

  lists(): void {
    const { findings } = this.context
    if (this.frame) this.listed(FRAME, this.frame, this.stated.frame)
    if (this.excluded) this.listed(EXCLUDED, this.excluded, this.stated.excluded)
    if (this.excluded) this.reasons(this.excluded)
    const sum = this.stated.frame.size + this.stated.excluded.size
    if (this.stated.pool !== sum) this.commitment('V3', 'v3.pool', this.stated.pool, sum)
    if (this.frame) this.strata(this.frame)
    else findings.notChecked('V4', needs(FRAME))
    if (this.frame && this.excluded) {
      const both = this.excluded.firstAlsoIn(this.frame)
      if (both !== undefined) findings.fail('V2', EXCLUDED, both + 1, say('v2.both'))
    } else {
      findings.notChecked('V2', needs(this.frame ? EXCLUDED : FRAME))
      findings.notChecked('V3', needs(this.frame ? EXCLUDED : FRAME))
    }
  }

  private commitment(check: Check, key: Key, ...args: unknown[]): void {
    this.context.findings.fail(check, COMMITMENT, 1, say(key, ...args))
  }

  private listed(file: string, found: TokenTable, committed: Listed): void {
    const { findings, suite } = this.context
    if (found.size !== committed.size) {
      const line = Math.min(found.size, committed.size) + 1
      findings.fail('V3', file, line, say('v3.size', found.size, committed.size))
    }
    const root = hex(found.root(suite))
    if (root !== committed.root) findings.fail('V3', file, 1, say('v3.root', root, committed.root))
  }

  private reasons(list: TokenTable): void {
    const [found, stated] = [showCounts(list.counts()), showCounts(this.stated.reasons)]
    if (found !== stated) this.commitment('V3', 'v3.reasons', stated, found)
  }

  private strata(list: TokenTable): void {
    const sizes = list.counts()
    for (const name of sorted(sizes.keys(), this.stated.strata.keys())) {
      const stratum = this.stated.strata.get(name)
      const size = sizes.get(name) ?? 0
      if (!stratum) this.commitment('V4', 'v4.unknown', name, size)
      else if (stratum.size !== size) this.commitment('V4', 'v4.size', name, stratum.size, size)
      else if (stratum.quota !== quotaOf(stratum.rule, size)) {
        this.commitment('V4', 'v4.quota', name, stratum.quota, quotaOf(stratum.rule, size))
      }
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
    const { inputs, findings } = this.context
    return !!this.frame && !!this.stands && inputs.complete && !findings.failed('V4')
  }

  round(r: number, tickets: Tickets): boolean {
    const { strata } = this.stated
    if (r === 0) {
      this.draw(r, tickets, new Map([...strata].map(([name, stratum]) => [name, stratum.quota])))
    } else {
      const input = this.rounds[r - 1]
      try {
        requireConsistent(input, strata, this.drawn, this.rounds.slice(0, r - 1))
        this.requireMembers(input)
      } catch (e) {
        if (!(e instanceof Refusal)) throw e
        this.context.findings.fail('V11', roundFile(r), 1, e.say)
        return false
      }
      this.draw(r, tickets, input.strata)
    }
    const stands = this.stands?.rounds[r]
    if (stands) this.compareRound(r, stands, this.drawn[r])
    return true
  }

  /** Who is to be drawn of a stratum must be in the frame. */
  private requireMembers(input: SubstituteRound): void {
    const sizes = (this.frame as TokenTable).counts()
    const empty = [...input.strata.keys()].find((name) => !sizes.has(name))
    if (empty !== undefined) throw refuse('draw.unknown', empty, [...sizes.keys()].join(', '))
  }

  private draw(r: number, tickets: Tickets, wanted: ReadonlyMap<string, number>): void {
    const frame = this.frame as TokenTable
    const without = new Set([...drawnTokens(this.drawn)].map((token) => frame.find(token)))
    const rounds = this.rounds.length + 1
    const advance = (units: number) => this.context.advance((r + units / frame.size) / rounds)
    this.drawn.push({ r, strata: select(frame, tickets, wanted, without, advance) })
  }

  private compareRound(r: number, stands: TargetRound, computed: TargetRound): void {
    const path = `$.rounds[${r}]`
    if (stands.r !== r) this.differs(`${path}.r`, stands.r, r)
    for (const name of sorted(stands.strata.keys(), computed.strata.keys())) {
      const a = stands.strata.get(name)
      const b = computed.strata.get(name)
      if (a && b) this.compareUnits(`${path}.strata.${name}`, a, b)
      else this.differs(`${path}.strata.${name}`, a ? '[…]' : '–', b ? '[…]' : '–')
    }
  }

  private compareUnits(path: string, stands: readonly Drawn[], computed: readonly Drawn[]): void {
    if (stands.length !== computed.length) this.differs(`${path}.length`, stands.length, computed.length)
    const other = stands.findIndex((unit, i) => i < computed.length && !sameDrawn(unit, computed[i]))
    if (other >= 0) this.differs(`${path}[${other}]`, showDrawn(stands[other]), showDrawn(computed[other]))
  }

  private differs(path: string, stands: unknown, computed: unknown): void {
    this.context.findings.fail('V10', RESULT, 1, say('differs.value', path, stands, computed))
  }

  knows(token: string): boolean | undefined {
    if (!this.frame || !this.excluded) return undefined
    return this.frame.contains(token) || this.excluded.contains(token)
  }

  singleChoice(): Say | undefined {
    return undefined
  }

  unopened(opened: ReadonlySet<string>): number {
    const tokens = drawnTokens(this.drawn)
    this.rounds.forEach((input) => input.dropped.forEach((token) => tokens.delete(token)))
    return [...tokens].filter((token) => !opened.has(token)).length
  }
}

const needs = (file: string): Say => say('skip.needs', 'V1, V2', file)

const sorted = (...names: Iterable<string>[]): string[] =>
  [...new Set(names.flatMap((some) => [...some]))].sort()

/** Counts by name, as the texts show them. */
const showCounts = (counts: ReadonlyMap<string, number>): string =>
  `{${[...counts].map(([name, n]) => `${name}=${n}`).join(', ')}}`
