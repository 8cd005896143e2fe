const LONGEST = 600;

/** A path of this very server to return to after signing in, else the first page: another place would be a phisher's gift. */
export function ownPath(typed: string | undefined, appUrl: string): string {
  if (typed === undefined || typed.length > LONGEST || !/^\/[\x21-\x5b\x5d-\x7e]*$/.test(typed)) return '/';
  if (!URL.canParse(typed, appUrl)) return '/';
  const { origin, pathname, search } = new URL(typed, appUrl);
  const isHere = origin === new URL(appUrl).origin && !/^\/(sign-in|sign-out|signed-out|\/)/.test(pathname);
  return isHere ? `${pathname}${search}` : '/';
}
