import { normalAddress } from '../../../functions/domain/address.ts';
import { called } from '../../../templates/parts/called.ts';
import type { ConversationState } from './client.ts';
import { cut, showable } from './columns.ts';

const NAME = 12;

export type Cast = {
  /** What the mails call a person, as far as it fits the column. */
  nameOf(id: string): string;
  nameAt(address: string): string;
  zoneAt(address: string): string | undefined;
  /** The order in which they were written down. */
  placeOf(address: string): number;
};

export function castOf({ people }: ConversationState['state']): Cast {
  const short = called(people.map(({ name }) => name));
  const shown = people.map(({ id }, index) => ({ id, name: cut(showable(short[index] ?? ''), NAME) }));
  const nameOf = (id: string) => shown.find((person) => person.id === id)?.name ?? id;
  const at = (address: string) => people.find(({ email }) => email === normalAddress(address));
  return {
    nameOf,
    nameAt: (address) => nameOf(at(address)?.id ?? address),
    zoneAt: (address) => at(address)?.timezone,
    placeOf: (address) => people.findIndex(({ email }) => email === normalAddress(address)),
  };
}
