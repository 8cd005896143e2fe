import { normalAddress } from '../../../functions/domain/address.ts';
import type { ConversationState } from './client.ts';
import { cut, showable } from './columns.ts';

export type Cast = {
  /** What a person is called in the timeline: the first name, where only one has it. */
  nameOf(id: string): string;
  nameAt(address: string): string;
  zoneAt(address: string): string | undefined;
  /** The order in which they were written down. */
  placeOf(address: string): number;
};

export function castOf({ people }: ConversationState['state']): Cast {
  const firsts = people.map(({ name }) => showable(name).split(/[\s'(|]/)[0] || showable(name));
  const shown = people.map(({ id, name }, index) => {
    const first = firsts[index] ?? '';
    const unique = firsts.indexOf(first) === firsts.lastIndexOf(first);
    return { id, name: cut(unique && first !== '' ? first : showable(name), 13) };
  });
  const nameOf = (id: string) => shown.find((person) => person.id === id)?.name ?? id;
  const at = (address: string) => people.find(({ email }) => email === normalAddress(address));
  return {
    nameOf,
    nameAt: (address) => nameOf(at(address)?.id ?? address),
    zoneAt: (address) => at(address)?.timezone,
    placeOf: (address) => people.findIndex(({ email }) => email === normalAddress(address)),
  };
}
