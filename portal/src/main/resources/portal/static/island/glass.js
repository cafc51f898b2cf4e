// A field to sign on, by finger, pen or mouse.

export function glass(canvas) {
  const pen = canvas.getContext('2d')
  let drawn = false
  let last = null

  const place = (event) => {
    const box = canvas.getBoundingClientRect()
    return [
      ((event.clientX - box.left) * canvas.width) / box.width,
      ((event.clientY - box.top) * canvas.height) / box.height,
    ]
  }
  const clear = () => {
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    drawn = false
  }

  canvas.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    canvas.setPointerCapture(event.pointerId)
    last = place(event)
  })
  canvas.addEventListener('pointermove', (event) => {
    if (!last) return
    const next = place(event)
    pen.lineWidth = 5
    pen.lineCap = 'round'
    pen.strokeStyle = '#10243b'
    pen.beginPath()
    pen.moveTo(...last)
    pen.lineTo(...next)
    pen.stroke()
    last = next
    drawn = true
  })
  for (const end of ['pointerup', 'pointercancel']) canvas.addEventListener(end, () => (last = null))
  clear()

  return {
    clear,
    empty: () => !drawn,
    /** The picture as PNG, base64. */
    png: () => canvas.toDataURL('image/png').split(',')[1],
  }
}
