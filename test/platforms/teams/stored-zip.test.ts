import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { storedZip } from '../../../manifests/stored-zip.js'

const FILES = {
  'manifest.json': Buffer.from('{"name":"Drumbeat"}'),
  'zh-cn.json': Buffer.from('站会'),
  empty: Buffer.of(),
}

/** The files that the directory at the end lists, read where it says that they are. */
function unzipped(zip: Buffer): Record<string, Buffer> {
  const end = zip.length - 22
  let at = zip.readUInt32LE(end + 16)
  const files: Record<string, Buffer> = {}
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [checksum, size] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 24)]
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const bytes = zip.subarray(from, from + size)
    expect([name, zip.readUInt32LE(local), crc32(bytes)]).toEqual([name, 0x04034b50, checksum])
    files[name] = bytes
    at += 46 + nameLength
  }
  expect([zip.readUInt32LE(end), at]).toEqual([0x06054b50, end])
  return files
}

describe('a stored ZIP', () => {
  it('gives back what went into it', () => {
    expect(unzipped(storedZip(FILES))).toEqual(FILES)
  })

  it('is the same, byte for byte, whenever it is made', () => {
    expect(storedZip(FILES)).toEqual(storedZip({ ...FILES }))
    expect(storedZip(FILES).subarray(10, 14)).toEqual(Buffer.from([0, 0, 0x21, 0]))
  })
})
