// What has no place in a bundle, however small: each brings in what nobody asked for, or what a smaller part does here.
const DENIED: readonly (readonly [path: RegExp, instead: string])[] = [
  [/(?:^|\/)node_modules\/googleapis\//, 'one API has a package of its own, such as @googleapis/calendar'],
  [/(?:^|\/)node_modules\/(react|react-dom)\//, 'mails and pages are hono/jsx'],
  [/(?:^|\/)node_modules\/zod\/v4\/classic\//, 'zod/mini says the same and leaves out what is not used'],
  [
    /^node_modules\/@aws-sdk\/(credential-provider-(?!env)|nested-clients)/,
    'Lambda’s credentials stand in its environment',
  ],
  [/(?:^|\/)node_modules\/(aws-sdk|aws-cdk-lib|esbuild)\//, 'it is no part of a Lambda'],
];
const PACKAGE = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)/;

/** The packages in a bundle that may not be there, and what does their work. */
export function denied(modules: readonly string[]): string[] {
  return DENIED.flatMap(([pattern, instead]) => {
    const found = modules.find((path) => pattern.test(path));
    return found === undefined ? [] : [`${PACKAGE.exec(found)?.[1]}: ${instead}`];
  });
}

/** The packages that are in a bundle more than once, in two versions or places. */
export function duplicates(modules: readonly string[]): string[] {
  const places = new Map<string, Set<string>>();
  for (const path of modules) {
    const [place, name] = PACKAGE.exec(path) ?? [];
    if (place !== undefined && name !== undefined)
      places.set(name, (places.get(name) ?? new Set()).add(place));
  }
  return [...places].filter(([, found]) => found.size > 1).map(([name]) => name);
}
