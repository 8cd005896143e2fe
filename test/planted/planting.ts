import { resolve } from 'node:path';
import type { Vite } from 'vitest/node';
import type { Guard } from './guard.ts';

export type Planting = {
  plugin: Vite.Plugin;
  /** From now on the guard is gone from its file; undefined: everything is as it is on disk. */
  plant: (guard: Guard | undefined) => void;
  /** Whether the file was read without the guard since. */
  wasRead: () => boolean;
};

/** Takes a guard out of its file as the file is read for a test: nothing on disk changes. */
export function makePlanting(): Planting {
  let planted: Guard | undefined;
  let read = false;
  const isPlanted = (id: string) => planted !== undefined && id === resolve(planted.file);
  return {
    plant: (guard) => {
      planted = guard;
      read = false;
    },
    wasRead: () => read,
    plugin: {
      name: 'planted-defect',
      enforce: 'pre',
      // Every other module comes out of the cache that the tests have filled, and no defect goes into it.
      api: { vitest: { ignoreFsModuleCache: true } },
      configureVitest: ({ defineCacheKeyGenerator }) =>
        defineCacheKeyGenerator(({ id }) => (isPlanted(id) ? false : undefined)),
      transform: (code, id) => {
        if (!planted || !isPlanted(id)) return undefined;
        const { find, becomes } = planted;
        read = true;
        return { code: code.replace(find, () => becomes), map: null };
      },
    },
  };
}
