const place = (draw: string, party: string) => `sunlot.nonce.${draw}.${party}`

/**
 * A nonce made on this screen stays in this tab until it is revealed, so that a page loaded anew does not make the draw
 * void. It never reaches the platform before the reveal, nor other tabs.
 */
export function keepNonce(draw: string, party: string, nonce: string): void {
  try {
    sessionStorage.setItem(place(draw, party), nonce)
  } catch {
    // A closed store: the receipt still has it.
  }
}

export function keptNonce(draw: string, party: string): string {
  try {
    return sessionStorage.getItem(place(draw, party)) ?? ''
  } catch {
    return ''
  }
}

export function dropNonce(draw: string, party: string): void {
  try {
    sessionStorage.removeItem(place(draw, party))
  } catch {
    // As above.
  }
}

/** The secret of a chain that was made on this screen, kept like a nonce until it is typed or the tab is closed. */
export const keepChain = (draw: string, party: string, secret: string) =>
  keepNonce(draw, `${party}.chain`, secret)
export const keptChain = (draw: string, party: string) => keptNonce(draw, `${party}.chain`)
