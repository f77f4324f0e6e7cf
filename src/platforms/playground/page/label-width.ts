const WIDE = /[\p{Script=Han}\p{Extended_Pictographic}\u3000-\u303f\uff00-\uffef]/u

/** How wide a label is drawn, in Latin letters; a Chinese character takes the room of two. */
export const widthOf = (label: string): number => [...label].reduce((sum, each) => sum + (WIDE.test(each) ? 2 : 1), 0)
