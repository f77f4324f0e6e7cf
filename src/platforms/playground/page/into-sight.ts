const ABOVE_PX = 8
const BELOW_PX = 20

/** Scrolls the box just so far that all of a message is seen; of one that is taller than the box, its beginning. */
export function scrollIntoSight(box: HTMLElement, message: HTMLElement): void {
  const frame = box.getBoundingClientRect()
  const { top, bottom } = message.getBoundingClientRect()
  const isTaller = bottom - top > frame.height
  if (isTaller || top < frame.top) box.scrollBy({ top: top - frame.top - ABOVE_PX })
  else if (bottom > frame.bottom) box.scrollBy({ top: bottom - frame.bottom + BELOW_PX })
}
