/**
 * Runs inside the page: what is drawn wrongly beneath an element, in words. Two things that stand beside each other
 * must not cover each other, nothing may reach beyond the window, and no box may scroll sideways but tables.
 * @param {string} beneath a selector
 * @returns {string[]}
 */
export function drawnWrongly(beneath) {
  const TOLERANCE_PX = 2
  const INTERACTIVE = 'button, a, input, select, textarea, summary, [role="option"]'

  const root = document.querySelector(beneath)
  if (!root) return [`There is no ${beneath}.`]
  const parts = [...root.querySelectorAll('*')].filter((part) => isSeen(part) && (isPressed(part) || hasWords(part)))
  const drawn = parts.flatMap((part) => boxesOf(part).map((box) => ({ part, layer: layerOf(part), box })))

  return [...new Set([...covering(), ...beyond(), ...sideways()])]

  function isSeen(part) {
    if (!part.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
    return part.closest('svg, option, .unseen') === null
  }

  function isPressed(part) {
    return part.matches(INTERACTIVE)
  }

  function hasWords(part) {
    return [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '')
  }

  /** Line by line, and only what no scrolled box cuts off. */
  function boxesOf(part) {
    return [...part.getClientRects()].map((rect) => cut(part, rect)).filter((box) => width(box) > 1 && height(box) > 1)
  }

  function cut(part, { left, top, right, bottom }) {
    const box = { left, top, right, bottom }
    for (let outer = part.parentElement; outer; outer = outer.parentElement) {
      if (getComputedStyle(outer).overflow === 'visible') continue
      const frame = outer.getBoundingClientRect()
      box.left = Math.max(box.left, frame.left)
      box.top = Math.max(box.top, frame.top)
      box.right = Math.min(box.right, frame.right)
      box.bottom = Math.min(box.bottom, frame.bottom)
    }
    return box
  }

  /** What floats above the rest on purpose is compared with what floats along with it. */
  function layerOf(part) {
    for (let outer = part; outer && outer !== root; outer = outer.parentElement) {
      const { position, zIndex } = getComputedStyle(outer)
      if (position === 'fixed' || (position === 'absolute' && zIndex !== 'auto')) return outer
    }
    return root
  }

  function covering() {
    return drawn.flatMap((one, at) =>
      drawn.slice(at + 1).flatMap((other) => (isCovering(one, other) ? [`${named(one)} covers ${named(other)}`] : [])),
    )
  }

  function isCovering(one, other) {
    if (one.layer !== other.layer || one.part.contains(other.part) || other.part.contains(one.part)) return false
    const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
    const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
    return across > TOLERANCE_PX && down > TOLERANCE_PX
  }

  function beyond() {
    return drawn.flatMap((one) =>
      one.box.left < -1 || one.box.right > innerWidth + 1 ? [`${named(one)} reaches beyond the window`] : [],
    )
  }

  function sideways() {
    return [document.documentElement, root, ...root.querySelectorAll('*')]
      .filter((box) => box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0)
      .filter((box) => ['auto', 'scroll'].includes(getComputedStyle(box).overflowX) && !box.matches('.table-frame'))
      .map((box) => `${box.tagName.toLowerCase()}.${box.className} scrolls sideways`)
  }

  function named({ part }) {
    const words = (part.textContent || part.getAttribute('aria-label') || part.name || '').trim().slice(0, 40)
    return `${part.tagName.toLowerCase()} “${words}”`
  }

  function width({ left, right }) {
    return right - left
  }

  function height({ top, bottom }) {
    return bottom - top
  }
}
