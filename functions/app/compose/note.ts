import type { Section } from '../../../templates/mail/section.ts';
import type { Aside } from '../../domain/check-in.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { commitmentOf } from '../../domain/parties.ts';
import { withoutConsequence } from './commitment-for.ts';
import { momentFor, namedBy, nextTalk, type Scope } from './scope.ts';

/** What the delivery of a note tells the manager. */
export function asideAbout({ conversation }: Scope, delivery: Delivery): Aside {
  const found = conversation.asides.find(({ fact }) => fact === delivery.fact);
  if (!found) throw new RangeError(`${delivery.key} is about nothing that anybody needs`);
  return found;
}

/** What somebody needs of the manager, in their own words. */
export function noteSection(scope: Scope, delivery: Delivery): Section {
  const { what, by, commitment: id, words, at } = asideAbout(scope, delivery);
  const commitment = id && commitmentOf(scope.conversation, id);
  const talk = nextTalk(scope);
  return {
    kind: 'note',
    what,
    person: namedBy(scope, by, scope.reader.id),
    ...(commitment ? { commitment: withoutConsequence(scope, commitment) } : {}),
    ...(words === '' ? {} : { words }),
    at: momentFor(scope, at),
    ...(talk ? { talk } : {}),
  };
}
