/** Within how long so many alerts are a storm; one that is so long without a new alert is over. */
export const STORM_SECONDS = 60

/** Whether those of now are told as one: a storm is on, or they are more, with those told just before, than may be told one by one. */
export const isStorm = ({ now, before, most, isOn }: { now: number; before: number; most: number; isOn: boolean }) =>
  isOn || now + before > most
