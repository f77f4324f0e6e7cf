import { useEffect, useState } from 'preact/hooks'
import { usePlay } from './play.ts'

const THEMES = ['auto', 'light', 'dark'] as const
type Theme = (typeof THEMES)[number]
const KEPT_UNDER = 'drumbeat-theme'

export function ThemeSwitch() {
  const { words } = usePlay()
  const [theme, setTheme] = useState<Theme>(keptTheme)
  useEffect(() => {
    document.documentElement.dataset.theme = theme
    localStorage.setItem(KEPT_UNDER, theme)
  }, [theme])

  return (
    <fieldset class="themes">
      <legend class="unseen">{words.theme}</legend>
      {THEMES.map((each) => (
        <label key={each} class="theme">
          <input type="radio" name="theme" checked={theme === each} onChange={() => setTheme(each)} />
          <span>{words.themes[each]}</span>
        </label>
      ))}
    </fieldset>
  )
}

function keptTheme(): Theme {
  const kept = localStorage.getItem(KEPT_UNDER)
  return THEMES.find((theme) => theme === kept) ?? 'auto'
}
