import { describe, expect, it } from 'vitest'
import { CHAIN_LENGTH, headOf, valueOf } from './chain'
import { commitmentOf } from './nonce'

type Script = Record<string, (...given: unknown[]) => unknown>

/** The scripts of the public site, which compute the same as this screen with code of their own. */
const islands: Record<string, () => Promise<unknown>> = {
  // @ts-expect-error plain JavaScript, which browsers load as it is
  hash: () => import('@island/hash.js'),
  // @ts-expect-error plain JavaScript, as above
  receipt: () => import('@island/receipt.js'),
}
const island = async (name: 'hash' | 'receipt') => (await islands[name]?.()) as Script
const SECRET = 'c3'.repeat(32)
const document_ = JSON.stringify({
  draw: 'D-2026-0007.370300',
  parties: [
    { party: 'w1', role: 'counsel', commitment: commitmentOf('sm3', 'D-2026-0007.370300', 'w1', SECRET) },
  ],
  suite: 'sm3',
})
const receipt = {
  draw: 'D-2026-0007.370300',
  party: 'w1',
  nonce: SECRET,
  commitment: commitmentOf('sm3', 'D-2026-0007.370300', 'w1', SECRET),
}

describe('the witness on the phone', () => {
  it.each(['sha256', 'sm3'])(
    'commits and opens the chain as this screen and the verifier do (%s)',
    async (suite) => {
      const { commitmentOf: commits, power } = await island('hash')
      expect(commits?.(suite, 'D-1', 'w1', SECRET)).toBe(commitmentOf(suite, 'D-1', 'w1', SECRET))
      expect(power?.(suite, SECRET, CHAIN_LENGTH)).toBe(headOf(suite, SECRET))
      expect(power?.(suite, SECRET, CHAIN_LENGTH - 1 - 3)).toBe(valueOf(suite, SECRET, 3))
    },
  )

  it('mixes what was thrown with what the phone makes', async () => {
    const { fresh } = await island('hash')
    const made = [fresh?.('sha256', ''), fresh?.('sha256', '3 5 1'), fresh?.('sha256', '3 5 1')]
    expect(new Set(made).size).toBe(3)
    made.forEach((nonce) => expect(nonce).toMatch(/^[0-9a-f]{64}$/))
  })
})

describe('a receipt', () => {
  it('is read from its file and from what the operator’s screen copies', async () => {
    const { read } = await island('receipt')
    expect(read?.(JSON.stringify(receipt))).toMatchObject(receipt)
    const copied = `抽取编号: ${receipt.draw}\n代号: w1\n随机数: ${SECRET}\n承诺值: ${receipt.commitment.replace(/(.{4})/g, '$1 ')}`
    expect(read?.(copied)).toMatchObject(receipt)
    expect(read?.('今天天气不错')).toMatchObject({ draw: undefined })
  })

  it('says what agrees with what was published, and what that proves', async () => {
    const { compare, verdict } = await island('receipt')
    const { hashOf, hex, utf8 } = await island('hash')
    const hash = hex?.((hashOf?.('sm3') as (bytes: unknown) => unknown)(utf8?.(document_)))
    const says = (mine: object, nonces: object[]) => {
      const found = compare?.({ ...receipt, ...mine }, { document: document_, nonces })
      return [Object.values(found as object).join(' '), verdict?.(found)]
    }
    const opened = [{ party: 'w1', nonce: SECRET }]
    expect(says({ commitmentHash: hash }, opened)).toEqual(['yes yes yes yes', 'right'])
    expect(says({ commitmentHash: hash }, [])).toEqual(['yes yes yes open', 'not-yet'])
    expect(says({}, opened)).toEqual(['yes open yes yes', 'without-hash'])
    expect(says({ commitmentHash: '0'.repeat(64) }, opened)).toEqual(['yes no yes yes', 'wrong'])
    expect(says({ commitmentHash: hash, party: 'w2' }, opened)[1]).toBe('wrong')
    expect(says({ commitmentHash: hash }, [{ party: 'w1', nonce: '1'.repeat(64) }])[1]).toBe('wrong')
  })
})
