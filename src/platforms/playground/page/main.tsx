import { render } from 'preact'
import { App } from './app.tsx'
import './styles/base.css'
import './styles/controls.css'
import './styles/layout.css'
import './styles/places.css'
import './styles/messages.css'
import './styles/blocks.css'
import './styles/composer.css'
import './styles/dialog.css'
import './styles/fields.css'
import './styles/clock.css'

const root = document.getElementById('app')
if (root) render(<App />, root)
