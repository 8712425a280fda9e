import { isAllowedAddress } from './allowed-networks.js';

describe('the networks of a token', () => {
  it.each<[string, string[], string, boolean]>([
    ['no network', [], '198.51.100.7', true],
    ['its own address', ['198.51.100.7'], '198.51.100.7', true],
    ['another address', ['198.51.100.7'], '198.51.100.8', false],
    ['an address in a network', ['10.0.0.0/8', '203.0.113.0/24'], '203.0.113.255', true],
    ['an address beside a network', ['203.0.113.0/24'], '203.0.114.0', false],
    ['IPv4 as a dual-stack socket shows it', ['203.0.113.0/24'], '::ffff:203.0.113.9', true],
    ['IPv6 in another spelling', ['2001:db8::1'], '2001:0db8:0:0:0:0:0:1', true],
    ['IPv6 in a network', ['2001:db8::/32'], '2001:db8:ffff::1', true],
    ['IPv6 against IPv4 networks', ['0.0.0.0/0'], '2001:db8::1', false],
  ])('judge %s', (_what, networks, address, allowed) => expect(isAllowedAddress(networks, address)).toBe(allowed));
});
