import type { Adapter, AdapterPayload } from 'oidc-provider';

type Kept = { payload: AdapterPayload; endsAt: number };

/** Keeps what the issuer knows for as long as the process runs; `now` in epoch ms. */
export function memoryAdapter(now: () => number): (kind: string) => Adapter {
  const kinds = new Map<string, Map<string, Kept>>();
  return (kind) => {
    const items = kinds.get(kind) ?? new Map<string, Kept>();
    kinds.set(kind, items);
    const live = ([, { endsAt }]: [string, Kept]) => endsAt > now();
    const findBy = async (matches: (payload: AdapterPayload) => boolean) =>
      [...items].filter(live).find(([, { payload }]) => matches(payload))?.[1].payload;
    return {
      async upsert(id, payload, expiresIn) {
        for (const [old, kept] of items) if (kept.endsAt <= now()) items.delete(old);
        items.set(id, {
          payload,
          endsAt: expiresIn === undefined ? Number.POSITIVE_INFINITY : now() + expiresIn * 1000,
        });
      },
      find: async (id) => [...items].filter(live).find(([known]) => known === id)?.[1].payload,
      findByUid: (uid) => findBy((payload) => payload.uid === uid),
      findByUserCode: (userCode) => findBy((payload) => payload.userCode === userCode),
      async destroy(id) {
        items.delete(id);
      },
      async revokeByGrantId(grantId) {
        for (const [id, { payload }] of items) if (payload.grantId === grantId) items.delete(id);
      },
      async consume(id) {
        const kept = items.get(id);
        if (kept)
          items.set(id, { ...kept, payload: { ...kept.payload, consumed: Math.floor(now() / 1000) } });
      },
    };
  };
}
