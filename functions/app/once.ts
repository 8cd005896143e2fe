/**
 * Makes something on first use and keeps it. A failure is not kept: a Lambda that could not read a secret tries again with
 * its next event, instead of failing for the rest of its life.
 */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((problem) => {
      made = undefined;
      throw problem;
    });
    return made;
  };
}

/** A function that is made, and what it needs is loaded, when it is first called. */
export function onFirstCall<A extends unknown[], R>(
  make: () => Promise<(...args: A) => Promise<R>>,
): (...args: A) => Promise<R> {
  const made = once(make);
  return async (...args) => (await made())(...args);
}
