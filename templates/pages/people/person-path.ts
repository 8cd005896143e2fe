/** The page of one person; `after`: from where in the list on, for somebody who is found only further back. */
export function personPath(person: string, after: string | undefined): string {
  const query = after === undefined ? '' : `?${new URLSearchParams({ after })}`;
  return `/people/${encodeURIComponent(person)}${query}`;
}
