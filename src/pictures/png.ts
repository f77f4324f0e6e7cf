import { createRequire } from 'node:module'
import { renderAsync } from '@resvg/resvg-js'

/** The font that ships with Drumbeat: machines have none with Chinese. */
export const FONT = 'Noto Sans SC'
const FONT_FILE = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
)
/** Sharp on screens with two pixels for one. */
const SCALE = 2

/** An SVG as PNG in base64; drawn beside the main thread. */
export async function pngOf(svg: string): Promise<string> {
  const drawn = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: SCALE },
    font: { fontFiles: [FONT_FILE], loadSystemFonts: false, defaultFontFamily: FONT },
  })
  return drawn.asPng().toString('base64')
}
