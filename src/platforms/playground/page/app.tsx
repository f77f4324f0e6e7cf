import { useEffect } from 'preact/hooks'
import type { State } from '../wire.ts'
import { Room } from './room.tsx'
import { type LiveState, useLiveState } from './use-live-state.ts'
import { DIRECT, type Going, type Route, useRoute } from './use-route.ts'
import { words } from './words.ts'

export function App() {
  const [route, go] = useRoute()
  const live = useLiveState(route.as)
  const { state, isReachable } = live
  if (state) return <Seen state={state} route={route} go={go} live={live} />

  return (
    <main class="opening">
      <p role="status">{isReachable ? words.en.loading : words.en.unreachable}</p>
    </main>
  )
}

type Seeing = { state: State; route: Route; go: (where: Going) => void; live: LiveState }

function Seen({ state, route, go, live }: Seeing) {
  const me = state.personas.find(({ id }) => id === state.me)
  const place = state.places.find(({ channel }) => (channel ?? DIRECT) === route.place) ?? state.places[0]
  useEffect(() => {
    document.documentElement.lang = me?.locale ?? 'en'
    document.title = `${words[me?.locale ?? 'en'].product} · ${place?.channel ? `#${place.name}` : place?.name}`
  }, [me?.locale, place])

  return me && place ? <Room {...{ state, me, place, route, go, live }} /> : null
}
