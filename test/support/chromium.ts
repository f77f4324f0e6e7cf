import { findChromium } from './programs.js'

/** Where Chromium is on this machine, or null; `npm test` says aloud when there is none. */
export const chromiumPath = (): string | null => findChromium()
