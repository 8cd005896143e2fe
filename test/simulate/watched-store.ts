import type { Store } from '../../functions/app/ports.ts';
import type { Fact } from '../../functions/domain/facts.ts';
import type { Trace } from './trace.ts';
import type { Watch } from './watch/watch.ts';

function told({ type, by, ...rest }: Fact): string {
  const { v: _, no, at: __, words, key: ___, ...body } = { ...rest };
  return type === 'recorded'
    ? `${no} recorded`
    : `${no} ${type} ${JSON.stringify({ by, ...body, ...words })}`;
}

/** The store, with every write that really happens told to the watch, also one whose writer never hears of it. */
export function watchedStore(store: Store, watch: Watch, trace: Trace): Store {
  const noteAll = (id: string, facts: readonly Fact[]) => {
    for (const fact of facts) trace.note(id, { who: fact.by, what: `fact ${told(fact)}`, quiet: false });
  };
  return {
    ...store,
    create: async (created) => {
      const outcome = await store.create(created);
      if (outcome === 'created') {
        watch.appended(created.id, created.facts, {});
        noteAll(created.id, created.facts);
      }
      return outcome;
    },
    append: async (change) => {
      const outcome = await store.append(change);
      if (outcome === 'conflict') {
        trace.note(change.id, { who: 'table', what: `conflict at revision ${change.revision}`, quiet: true });
        return outcome;
      }
      watch.appended(change.id, change.facts, change.claims);
      noteAll(change.id, change.facts);
      for (const [mail, { keys, to }] of Object.entries(change.claims))
        trace.note(change.id, {
          who: 'wake',
          what: `claims ${mail.slice(0, 6)} to ${to}: ${keys.join(' ')}`,
          quiet: false,
        });
      return outcome;
    },
    recordOutcome: async (id, receipt) => {
      await store.recordOutcome(id, receipt);
      watch.recorded(id, receipt);
      const { mail, outcome, detail = '' } = receipt;
      trace.note(id, { who: 'receipt', what: `${mail.slice(0, 6)} ${outcome} ${detail}`, quiet: false });
    },
  };
}
