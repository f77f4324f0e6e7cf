import { sayDateTime } from '../../../calendar/say.ts'
import type { Locale } from '../../../chat/locale.ts'
import type { Section } from '../../../flow.ts'
import { Html, html } from '../../../pages/html.ts'
import { htmlPage } from '../../../pages/html-page.ts'
import { reportWords } from '../messages/report.ts'
import type { Told } from '../told.ts'
import { drawBlock } from './blocks.ts'
import { STYLE } from './style.ts'

/** The report as one HTML file that needs nothing else: to keep, to print, to hand to whoever is not in the chat. */
export function documentOf(locale: Locale, { week, sections, at }: Told): string {
  const words = reportWords[locale]
  const body = html`${sections.map(drawSection)}
${sections.length === 0 && html`<p>${words.quiet}</p>`}
<footer>${words.asOf(sayDateTime(at, week.timeZone, locale))}</footer>`
  return htmlPage({ locale, title: words.title(week), style: STYLE, body })
}

const drawSection = ({ title, blocks, pictures = [], command }: Section): Html => html`<section>
<h2>${title}</h2>
${blocks.map(drawBlock)}
${pictures.map(({ svg, alt }) => html`<figure role="img" aria-label="${alt}">${new Html(scaling(svg))}</figure>`)}
<p class="command"><code>${command}</code></p>
</section>`

/** As wide as there is room, and no larger than it was drawn. */
const scaling = (svg: string): string =>
  svg.replace(/width="(\d+)" height="(\d+)"/, 'viewBox="0 0 $1 $2" style="max-width:$1px"')
