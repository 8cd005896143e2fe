/** Where whoever operates a tenant puts the key of its service account by hand. */
export function googleSecretName(slug: string): string {
  return `nevertwice/${slug}/google`;
}
