export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets `most` pieces of work through at once; the others wait in turn. */
export function makeGate(most: number): Gate {
  let free = most;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
