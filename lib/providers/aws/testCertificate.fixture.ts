import { type KeyObject, sign } from 'node:crypto'

/** One DER element. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const size = content.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}
const sequence = (...parts: Buffer[]) => der(0x30, ...parts)

/** sha256WithRSAEncryption */
const ALGORITHM = sequence(der(0x06, Buffer.from('2a864886f70d01010b', 'hex')), der(0x05))
const NAME = sequence(
  der(0x31, sequence(der(0x06, Buffer.from('550403', 'hex')), der(0x0c, Buffer.from('sns.test.invalid')))),
)
const VALIDITY = sequence(der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('490101000000Z')))
const [ONE, TWO] = [der(0x02, Buffer.from([1])), der(0x02, Buffer.from([2]))]

/** A self-signed certificate around that key pair, as PEM: Node can read certificates but not make them. */
export function testCertificate(privateKey: KeyObject, publicKey: KeyObject): string {
  const key = publicKey.export({ type: 'spki', format: 'der' })
  const body = sequence(der(0xa0, TWO), ONE, ALGORITHM, NAME, VALIDITY, NAME, key)
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey))
  const lines =
    sequence(body, ALGORITHM, signature)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
