/** Stands around every call of a port: may wait, count, or fail before or after it really happens. */
export type Around = (name: string, call: () => Promise<unknown>) => Promise<unknown>;

/** The same ports, each of them asynchronous, with `around` about every call. */
export function observe<T extends object>(ports: T, around: Around): T {
  return new Proxy(ports, {
    get: (target, name, receiver) => {
      const port: unknown = Reflect.get(target, name, receiver);
      if (typeof port !== 'function') return port;
      return (...args: unknown[]) => around(String(name), async () => Reflect.apply(port, target, args));
    },
  });
}
