import { useCallback, useEffect, useState } from 'preact/hooks'
import type { PersonaSeen, PlaceSeen, State } from '../wire.ts'
import { ClockPane } from './clock-pane.tsx'
import { Conversation } from './conversation.tsx'
import { FormDialog } from './form-dialog.tsx'
import { PlacesPane } from './places-pane.tsx'
import { type Play, PlayContext } from './play.ts'
import { Trouble } from './trouble.tsx'
import { useAsking } from './use-asking.ts'
import type { LiveState } from './use-live-state.ts'
import type { Going, Route } from './use-route.ts'
import { words as allWords } from './words.ts'

type Props = {
  state: State
  me: PersonaSeen
  place: PlaceSeen
  route: Route
  go: (where: Going) => void
  live: LiveState
}

export type Drawer = 'places' | 'clock' | null

/** The three panes; on a narrow screen the outer ones slide over the middle. */
export function Room({ state, me, place, route, go, live }: Props) {
  const words = allWords[me.locale]
  const asking = useAsking({ me: me.id, words, refresh: live.refresh })
  const [drawer, setDrawer] = useDrawer()
  const move = useCallback(
    (where: Going) => {
      setDrawer(null)
      go(where)
    },
    [go, setDrawer],
  )
  const aheadMs = useAhead(state)
  const { ask, moveClock, answered } = asking
  const { refresh } = live
  const mine = { me, place, words, locale: me.locale, zone: me.timeZone }
  const play: Play = { state, ...mine, aheadMs, go: move, refresh, answered, ask, moveClock }
  const close = () => setDrawer(null)

  return (
    <PlayContext.Provider value={play}>
      <div class="room">
        <PlacesPane isOpen={drawer === 'places'} onClose={close} />
        <Conversation key={`${me.id} ${place.id}`} route={route} open={setDrawer} isBehind={drawer !== null} />
        <ClockPane isOpen={drawer === 'clock'} onClose={close} />
        {drawer && <button type="button" class="veil" aria-label={words.close} onClick={close} />}
        <Trouble asking={asking} isReachable={live.isReachable} />
        {asking.opened && <FormDialog key={asking.opened.key} opened={asking.opened} asking={asking} />}
      </div>
    </PlayContext.Provider>
  )
}

const WIDE = '(min-width: 1100px)'

function useDrawer(): [Drawer, (drawer: Drawer) => void] {
  const [drawer, setDrawer] = useState<Drawer>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && setDrawer(null)
    const close = () => setDrawer(null)
    const wide = window.matchMedia(WIDE)
    window.addEventListener('keydown', onKey)
    wide.addEventListener('change', close)
    return () => {
      window.removeEventListener('keydown', onKey)
      wide.removeEventListener('change', close)
    }
  }, [])
  return [drawer, setDrawer]
}

/** Measured when the state arrives, so that clocks on the page run on between two answers. */
function useAhead(state: State): number {
  const [ahead, setAhead] = useState(() => state.clock.now - Date.now())
  useEffect(() => setAhead(state.clock.now - Date.now()), [state.clock.now])
  return ahead
}
