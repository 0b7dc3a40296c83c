import { BlockList, isIP } from 'node:net'

/**
 * From where on the network a service may answer. `public`: nobody's private network and not this machine, so that who
 * may name an address cannot look around inside. `loopback`: this machine only, for tests.
 */
export type Reach = 'public' | 'any' | 'loopback'

export type AddressFault =
  | 'address-not-url'
  | 'address-not-https'
  | 'address-has-credentials'
  | 'address-has-query'
  | 'address-private'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

// What is no public host: RFC 6890 and its like, multicast included. 64:ff9b:: and 2002:: hide IPv4 addresses.
const special = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  special.addSubnet(net, bits, 'ipv4')
}
for (const [net, bits] of [
  ['::', 96],
  ['64:ff9b::', 32],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  special.addSubnet(net, bits, 'ipv6')
}

/** Whether a machine with this IP address may be spoken to. An IPv4 address written as IPv6 is judged as IPv4. */
export function mayReach(ip: string, reach: Reach): boolean {
  if (reach === 'any') return true
  const plain = ip.toLowerCase().startsWith('::ffff:') && isIP(ip.slice(7)) === 4 ? ip.slice(7) : ip
  const family = isIP(plain) === 4 ? 'ipv4' : 'ipv6'
  if (reach === 'loopback') return loopback.check(plain, family)
  return isIP(plain) !== 0 && !special.check(plain, family) && !isMapped(plain)
}

/** `::ffff:7f00:1` and its like: the same hidden in hexadecimal, as addresses of a URL are written. */
const isMapped = (ip: string): boolean => /^::ffff:/i.test(ip)

/** The host of a URL without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')

function isLoopbackHost(host: string): boolean {
  return (
    host === 'localhost' || host.endsWith('.localhost') || (isIP(host) !== 0 && mayReach(host, 'loopback'))
  )
}

/** What is wrong with the address of a service as somebody typed it, before any name is looked up. */
export function addressFault(text: string, reach: Reach): AddressFault | undefined {
  if (!URL.canParse(text)) return 'address-not-url'
  const url = new URL(text)
  const host = hostOf(url)
  if (!/^https?:$/.test(url.protocol) || host === '') return 'address-not-url'
  if (url.username !== '' || url.password !== '') return 'address-has-credentials'
  if (url.search !== '' || url.hash !== '' || text.includes('?') || text.includes('#'))
    return 'address-has-query'
  const near = isLoopbackHost(host)
  if (url.protocol === 'http:' && !near) return 'address-not-https'
  const named = isIP(host) === 0
  if (reach === 'public' && (near || (!named && !mayReach(host, reach)))) return 'address-private'
  if (reach === 'loopback' && !near) return 'address-private'
  return undefined
}
