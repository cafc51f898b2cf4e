// Compares a receipt with what was published, on this device: a nonce that is still secret must not leave it.

import { commitmentOf, hashOf, hex, isHex, utf8 } from './hash.js'

const id = (name) => document.getElementById(name)
const show = (name, on) => (id(name).hidden = !on)

/** A receipt from the text of a file, of a copy, or as somebody typed it. */
export function read(text) {
  try {
    const { draw, party, commitment, commitmentHash, nonce } = JSON.parse(text)
    return { draw, party, commitment, commitmentHash, nonce }
  } catch {
    const draw = text.match(/\bD-\d{4}-\d+[A-Za-z0-9._-]*/)?.[0]
    const party = text.match(/\b(w\d+|operator)\b/)?.[0]
    const hashes = [...text.matchAll(/[0-9a-fA-F](?:[0-9a-fA-F]| (?=[0-9a-fA-F])){62,}[0-9a-fA-F]/g)]
      .map((found) => found[0].replace(/ /g, '').toLowerCase())
      .filter(isHex)
    for (const suite of draw && party ? ['sha256', 'sm3'] : []) {
      for (const nonce of hashes) {
        const commitment = commitmentOf(suite, draw, party, nonce)
        if (hashes.includes(commitment)) {
          const commitmentHash = hashes.find((one) => one !== nonce && one !== commitment)
          return { draw, party, commitment, commitmentHash, nonce }
        }
      }
    }
    return { draw, party, commitment: undefined, commitmentHash: undefined, nonce: undefined }
  }
}

/** What agrees: yes, no, or open where it is not published or not on the receipt. */
export function compare(receipt, published) {
  const document = JSON.parse(published.document)
  const hash = hex(hashOf(document.suite)(utf8(published.document)))
  const party = document.parties.find((one) => one.party === receipt.party)
  const opened = published.nonces.find((one) => one.party === receipt.party)?.nonce
  const says = (mine, theirs) => (mine === undefined || theirs === undefined ? 'open' : mine === theirs ? 'yes' : 'no')
  const own = isHex(String(receipt.nonce)) && commitmentOf(document.suite, receipt.draw, receipt.party, receipt.nonce) === receipt.commitment
  return {
    draw: says(receipt.draw, document.draw),
    hash: says(receipt.commitmentHash, hash),
    commitment: own ? says(receipt.commitment, party?.commitment ?? '') : 'no',
    nonce: says(receipt.nonce, opened),
  }
}

/** The sentence that says what it proves. */
export function verdict(found) {
  const all = Object.values(found)
  if (all.includes('no')) return 'wrong'
  if (found.nonce === 'open') return 'not-yet'
  return found.hash === 'open' ? 'without-hash' : 'right'
}

async function check(text) {
  const receipt = read(text)
  ;['right', 'wrong', 'not-yet', 'without-hash', 'unreadable', 'unpublished'].forEach((name) => show(`says-${name}`, false))
  show('compared', false)
  if (!receipt.draw || !receipt.party || !isHex(String(receipt.commitment))) return show('says-unreadable', true)
  const answer = await fetch(`/receipt/published?draw=${encodeURIComponent(receipt.draw)}`)
  if (!answer.ok) return show('says-unpublished', true)
  const found = compare(receipt, await answer.json())
  for (const [name, says] of Object.entries(found)) {
    document.querySelectorAll(`[data-row=${name}] [data-says]`).forEach((one) => (one.hidden = one.dataset.says !== says))
  }
  show('compared', true)
  show(`says-${verdict(found)}`, true)
}

if (typeof document !== 'undefined' && id('own')) {
  id('own').hidden = false
  id('file').addEventListener('change', async (event) => {
    const file = event.target.files[0]
    if (file) id('text').value = await file.text()
  })
  id('own').addEventListener('submit', (event) => {
    event.preventDefault()
    void check(id('text').value)
  })
}
