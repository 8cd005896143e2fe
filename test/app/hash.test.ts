import { describe, expect, it } from 'vitest';
import { addressHash, conversationId, fingerprint } from '../../functions/app/hash.ts';

describe('hashes', () => {
  it('fit SES tags and schedule names', () => {
    for (const hash of [addressHash('dana@acme.example'), conversationId('m', 'k'), fingerprint({})]) {
      expect(hash).toMatch(/^[a-z2-7]{26}$/);
    }
  });

  it('are frozen, because they are keys of stored items', () => {
    expect(addressHash('dana@acme.example')).toBe('gw6ou66ooht6zkv6sjrkzz7zsq');
    expect(conversationId('dana', 'key-1')).toBe('yzryezqy5kx7r6gdtmfd7k5wbz');
  });

  it('take every spelling of an address for the same', () => {
    expect(addressHash(' Dana@ACME.example ')).toBe(addressHash('dana@acme.example'));
    expect(addressHash('dan@acme.example')).not.toBe(addressHash('dana@acme.example'));
  });

  it('keep a manager and a key apart', () => {
    expect(conversationId('ab', 'c')).not.toBe(conversationId('a', 'bc'));
    expect(conversationId('a', 'b')).not.toBe(conversationId('b', 'a'));
    expect(conversationId('a', 'b')).not.toBe(conversationId('c', 'b'));
  });

  it('see another body, but not another order of its keys', () => {
    const body = { title: 'Late pallets', people: [{ name: 'Dana', email: 'd@acme.example' }] };
    expect(fingerprint({ people: [{ email: 'd@acme.example', name: 'Dana' }], title: 'Late pallets' })).toBe(
      fingerprint(body),
    );
    expect(fingerprint({ ...body, title: 'Late pallets!' })).not.toBe(fingerprint(body));
    expect(fingerprint({ list: [1, 2] })).not.toBe(fingerprint({ list: [2, 1] }));
  });
});
