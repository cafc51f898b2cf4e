import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import { commitmentOf, enoughDigits, grouped, isHex, makeNonce, tidyHex } from './nonce'
import { sm3 } from './sm3'

describe('a nonce', () => {
  it('has 32 fresh bytes', () => {
    const [one, other] = [makeNonce(), makeNonce()]
    expect(isHex(one)).toBe(true)
    expect(one).not.toBe(other)
  })

  it('is read as people type it', () => {
    expect(tidyHex(' 00FF 00ff\n')).toBe('00ff00ff')
    expect(grouped('00ff00ffaa')).toBe('00ff 00ff aa')
  })

  it('of dice needs 50 throws of a die, or 39 decimal digits', () => {
    expect(enoughDigits('1234 6'.repeat(9) + '12345')).toBe(true)
    expect(enoughDigits('6'.repeat(49))).toBe(false)
    expect(enoughDigits('7'.repeat(39))).toBe(true)
    expect(enoughDigits('7'.repeat(38))).toBe(false)
    expect(enoughDigits('a'.repeat(60))).toBe(false)
  })
})

describe('a commitment', () => {
  it('is the one that the platform and the verifier compute (vectors t01 and t02)', () => {
    expect(
      commitmentOf(
        'sha256',
        'D-t01-small-sha256',
        'w1',
        '06cd50d20e3ff4630f58464a11077454251342b27edd9101cb5b88ae4df1aa93',
      ),
    ).toBe('1b3be51181e81481f474a64933d3d2e19916bfae52ad5f4e25532c46a8c0bf27')
    expect(
      commitmentOf(
        'sm3',
        'D-t02-small-sm3',
        'w1',
        '6ccb950a59426fc61a6c4f3599259b07fa6351122fde1b764459dfec635e944e',
      ),
    ).toBe('0d1744f0068b9da8599f10d2303c6e5d959a52a94504ea75cee1ab60e8c4efca')
  })
})

describe('SM3', () => {
  it('gives the values of GB/T 32905, appendix A', () => {
    expect(bytesToHex(sm3(utf8ToBytes('abc')))).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    )
    expect(bytesToHex(sm3(hexToBytes('61626364'.repeat(16))))).toBe(
      'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
    )
  })
})
