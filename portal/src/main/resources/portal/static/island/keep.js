// What a witness keeps on the phone: the secrets until they are opened, and the receipt.

const place = (draw, party) => `sunlot.witness.${draw}.${party}`
const inMemory = new Map()

/** The kept receipt of this party, or null. */
export function kept(draw, party) {
  try {
    const text = localStorage.getItem(place(draw, party)) ?? inMemory.get(place(draw, party))
    return text ? JSON.parse(text) : null
  } catch {
    return JSON.parse(inMemory.get(place(draw, party)) ?? 'null')
  }
}

/** Keeps it; says whether it will still be there when the page is opened again. */
export function keep(draw, party, receipt) {
  const text = JSON.stringify(receipt)
  inMemory.set(place(draw, party), text)
  try {
    localStorage.setItem(place(draw, party), text)
    return localStorage.getItem(place(draw, party)) === text
  } catch {
    return false
  }
}

/** The members that every receipt has, as canonical JSON; a supervising party's secret besides. */
export function written({ draw, party, commitment, commitmentHash, nonce, chainSecret }) {
  return JSON.stringify({
    ...(chainSecret ? { chainSecret } : {}),
    commitment,
    ...(commitmentHash ? { commitmentHash } : {}),
    draw,
    nonce,
    party,
  })
}

/** Offers a text as a file. */
export function save(name, text) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
