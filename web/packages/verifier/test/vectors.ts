/** The test vectors of draw/v1, shared with the reference program: read, computed anew, and made into transcripts. */
import { gzipSync } from 'node:zlib'
import { readdirSync, readFileSync } from 'node:fs'
import type { Suite, Tickets } from '../src/suite/suite.ts'
import { commitmentHash, readCommitment, type Commitment } from '../src/commitment.ts'
import { compare, hex, LENGTH, unhex, utf8 } from '../src/bytes.ts'
import { match, resultJson } from '../src/matching/matching.ts'
import { Merkle } from '../src/targets/merkle.ts'
import { Node } from '../src/json/node.ts'
import { object, type Json, type JsonObject } from '../src/json/json.ts'
import { opensCommitment, readNonce, tokenOf } from '../src/documents.ts'
import { parseLoose, write } from '../src/json/jcs.ts'
import { quotaOf } from '../src/subject.ts'
import { drawnTokens, readSubstituteRound } from '../src/targets/rounds.ts'
import { readInspectorRound } from '../src/matching/round.ts'
import { readList } from '../src/targets/csv.ts'
import { readRoster } from '../src/matching/roster.ts'
import { Seed } from '../src/seed.ts'
import { select, type Drawn, type TargetRound } from '../src/targets/draw.ts'
import { SHA256, suiteNamed } from '../src/suite/suite.ts'
import { Standing } from '../src/matching/standing.ts'

const FOLDER = new URL('../../../../draw/src/test/resources/vectors/', import.meta.url)

export const vectorNames = (): string[] => readdirSync(FOLDER).filter((name) => name.endsWith('.json'))

export const readVector = (name: string): Node => Node.root(parseLoose(readFileSync(new URL(name, FOLDER))))

const texts = (node: Node): string[] => node.items().map((item) => item.text())

/** What belongs to a purpose. */
interface Body {
  /** Members before the seed. */
  readonly members: Record<string, Json>
  /** Members of the commitment. */
  readonly subject: Record<string, Json>
  /** The result of a round, 0 without input. */
  round(tickets: Tickets, input?: Node): Json
  readonly resultName: string
}

/** Every value of a vector, computed anew. */
export function recompute(vector: Node): JsonObject {
  const suite = suiteNamed(vector.get('suite').text())
  const stated = readCommitment(vector.get('commitment'))
  const body = vector.find('roster') ? inspectors(suite, vector) : targets(suite, vector, stated)
  const document = object({ ...Object.fromEntries(stated.document as JsonObject), ...body.subject })
  const commitment = { ...stated, document }
  const nonces = vector.get('nonces').items().map(readNonce)
  nonces.forEach((nonce, i) => {
    if (!opensCommitment(nonce, commitment.parties[i], suite, commitment.draw)) throw new Error(nonce.party)
  })
  const values = texts(vector.get('public_values'))
  const seed = new Seed(suite, commitment, { nonces, values })
  const chain = (r: number) => chainValue(suite, commitment, vector, r)
  const rounds = vector
    .get('rounds')
    .items()
    .map((round) => {
      const input = round.get('input')
      const r = input.get('r').integer(1, 99)
      const sources = input
        .get('public')
        .items()
        .map((s) => ({ kind: s.get('kind').text(), id: s.get('id').text() }))
      const ikm = seed.ikmOf(r, input.value, sources, texts(round.get('public_values')))
      return { input, values: round.get('public_values').value, chain: chain(r), ikm }
    })
  const first = body.round(seed.tickets(chain(0), seed.ikm))
  return object({
    name: vector.get('name').text(),
    suite: suite.name,
    ...body.members,
    commitment: document,
    commitment_hash: commitmentHash(commitment, suite),
    chain_values: vector.get('chain_values').value,
    nonces: nonces.map((nonce) => object({ ...nonce })),
    public_values: values,
    ikm: seed.ikm,
    prk0: hex(seed.prk(chain(0), seed.ikm)),
    round0: first,
    rounds: rounds.map((round) =>
      object({
        input: round.input.value,
        public_values: round.values,
        prk: hex(seed.prk(round.chain, round.ikm)),
        [body.resultName]: body.round(seed.tickets(round.chain, round.ikm), round.input),
      }),
    ),
  })
}

function chainValue(suite: Suite, commitment: Commitment, vector: Node, r: number): Uint8Array {
  const value = unhex(vector.get('chain_values').get(String(r)).text())
  let up: Uint8Array = value
  for (let i = 0; i <= r; i++) up = suite.hash(up)
  if (hex(up) !== commitment.chain.head) throw new Error(`chain ${r}`)
  return value
}

function inspectors(suite: Suite, vector: Node): Body {
  const document = vector.get('roster').value
  const roster = readRoster(document)
  let standing = Standing.before(roster)
  return {
    members: { roster: document },
    subject: { roster: object({ hash: hex(suite.hash(write(document))) }) },
    resultName: 'result',
    round(tickets, node) {
      const input = node && readInspectorRound(node.value)
      if (input) standing = standing.after(input)
      const open = input?.open ?? [...roster.slots.values()].map(({ slot }) => slot)
      const result = match(standing, open, tickets)
      standing = standing.with(result)
      const members = resultJson(result, 0)
      members.delete('r')
      return members
    },
  }
}

function targets(suite: Suite, vector: Node, stated: Commitment): Body {
  if (stated.subject.purpose !== 'targets') throw new Error('no targets')
  const { strata } = stated.subject
  const key = unhex(vector.get('frame_key').text())
  const salt = (unit: string) => hex(suite.mac(key, utf8(`sunlot/salt/v1\n${stated.draw}\n${unit}`)))
  const token = (unit: string) => tokenOf(suite, stated.draw, unit, salt(unit))
  const [units, out] = [texts(vector.get('units')), texts(vector.get('excluded_units'))]
  const frameLines = rewritten(texts(vector.get('frame')), units.map(token))
  const outLines = rewritten(texts(vector.get('excluded')), out.map(token))
  const frame = readList(packed(frameLines), true, units.length)
  const excluded = readList(packed(outLines), false, out.length)
  const rounds: TargetRound[] = []
  const first = vector.get('first_unit').get('unit').text()
  return {
    members: {
      frame_key: hex(key),
      units,
      excluded_units: out,
      first_unit: object({ unit: first, salt: salt(first), token: token(first) }),
      frame: units.map((_, i) => frame.line(i)),
      excluded: out.map((_, i) => excluded.line(i)),
    },
    subject: {
      purpose: 'targets',
      pool: object({ size: units.length + out.length, snapshot: snapshot([...units, ...out]) }),
      frame: object({ size: frame.size, root: hex(frame.root(suite)) }),
      excluded: object({
        size: excluded.size,
        root: hex(excluded.root(suite)),
        reasons: object(Object.fromEntries(excluded.counts())),
      }),
      strata: object(
        Object.fromEntries(
          [...frame.counts()].map(([name, size]) => {
            const rule = strata.get(name)?.rule ?? { count: 0 }
            const stated: Record<string, Json> =
              'rate' in rule ? { rate_bp: rule.rate } : { count: rule.count }
            return [name, object({ size, ...stated, quota: quotaOf(rule, size) })]
          }),
        ),
      ),
    },
    resultName: 'drawn',
    round(tickets, node) {
      const input = node && readSubstituteRound(node)
      const wanted = input?.strata ?? new Map([...strata].map(([name, s]) => [name, s.quota]))
      const without = new Set([...drawnTokens(rounds)].map((t) => frame.find(t)))
      const drawn = select(frame, tickets, wanted, without, () => undefined)
      rounds.push({ r: rounds.length, strata: drawn })
      return object(Object.fromEntries([...drawn].map(([name, list]) => [name, list.map(unitJson)])))
    },
  }
}

const unitJson = (unit: Drawn): Json => object({ ...unit })

/** The lines with tokens computed anew: only what stands behind the token is taken from the vector. */
function rewritten(lines: string[], tokens: string[]): string[] {
  const rest = new Map(lines.map((line) => [line.slice(0, 2 * LENGTH), line.slice(2 * LENGTH)]))
  return [...tokens].sort().map((token) => token + (rest.get(token) ?? ''))
}

export const packed = (lines: readonly string[]): Uint8Array =>
  gzipSync(lines.map((line) => `${line}\n`).join(''))

function snapshot(units: string[]): string {
  const ids = [...new Set(units)].map(utf8)
  ids.sort((a, b) => compare(a, 0, b, 0, Math.min(a.length, b.length)) || a.length - b.length)
  const tree = new Merkle(SHA256)
  ids.forEach((id) => tree.add(id))
  return hex(tree.root())
}

/** A vector as the files of a transcript. */
export function transcript(vector: Node): Map<string, Uint8Array> {
  const draw = vector.get('commitment').get('draw').text()
  const rounds = vector.get('rounds').items()
  const numbered = (r: number, result: Json): Json =>
    vector.find('roster')
      ? object({ r, ...Object.fromEntries(result as JsonObject) })
      : object({ r, strata: result })
  const results = [
    vector.get('round0').value,
    ...rounds.map((round) => (round.find('result') ?? round.get('drawn')).value),
  ].map((result, r) => numbered(r, result))
  const files = new Map<string, Uint8Array>()
  files.set('commitment.json', write(vector.get('commitment').value))
  if (vector.find('roster')) {
    files.set('roster.json', write(vector.get('roster').value))
  } else {
    files.set('frame.csv.gz', packed(texts(vector.get('frame'))))
    files.set('excluded.csv.gz', packed(texts(vector.get('excluded'))))
  }
  const reveals = object({
    nonces: vector.get('nonces').value,
    public: vector.get('public_values').value,
    chain: [...vector.get('chain_values').members().values()].map((value) => value.text()),
    rounds: rounds.map((round, i) => object({ r: i + 1, public: round.get('public_values').value })),
  })
  files.set('reveals.json', write(reveals))
  rounds.forEach((round, i) => files.set(`rounds/${i + 1}.json`, write(round.get('input').value)))
  files.set('result.json', write(object({ draw, rounds: results })))
  files.set('openings.json', utf8('[]'))
  return files
}
