import type { Locale } from '../chat/locale.ts'
import { Html, html } from './html.ts'

type Parts = { locale: Locale; title: string; style: string; body: Html; isSecret?: boolean }

/** A whole HTML page that needs nothing else, narrow and wide, light and dark; what is secret is kept from search engines. */
export const htmlPage = ({ locale, title, style, body, isSecret = false }: Parts): string =>
  html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${isSecret && html`<meta name="robots" content="noindex, nofollow">`}
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`.markup
