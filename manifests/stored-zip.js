import { crc32 } from 'node:zlib'

/** The files, each a name and its bytes, as a ZIP without compression: of the same files always the same bytes. */
export function storedZip(files) {
  const parts = []
  const directory = []
  let offset = 0
  for (const [path, bytes] of Object.entries(files)) {
    const name = Buffer.from(path)
    const about = described(name, bytes)
    parts.push(LOCAL, about, name, bytes)
    directory.push(CENTRAL, about, placed(offset), name)
    offset += LOCAL.length + about.length + name.length + bytes.length
  }
  const listed = Buffer.concat(directory)
  return Buffer.concat([...parts, listed, end(Object.keys(files).length, listed.length, offset)])
}

const LOCAL = Buffer.from('PK\x03\x04')
const CENTRAL = Buffer.from('PK\x01\x02\x14\x00')
const UTF8_NAMES = 0x0800
const FIRST_OF_1980 = 0x0021

// Version, flags, method, time, date, checksum, both sizes, and the lengths of the name and of nothing else.
const described = (name, bytes) =>
  Buffer.concat([
    shorts(20, UTF8_NAMES, 0, 0, FIRST_OF_1980),
    longs(crc32(bytes), bytes.length, bytes.length),
    shorts(name.length, 0),
  ])
const placed = (offset) => Buffer.concat([shorts(0, 0, 0), longs(0, offset)])
const end = (count, size, offset) =>
  Buffer.concat([Buffer.from('PK\x05\x06'), shorts(0, 0, count, count), longs(size, offset), shorts(0)])

const shorts = (...values) => Buffer.from(Uint16Array.from(values).buffer)
const longs = (...values) => Buffer.from(Uint32Array.from(values).buffer)
