const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** A page's source with its entities read, for looking up what somebody typed. */
export function unescaped(page: string): string {
  return page.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
}

/** What a page says: without tags, entities read, white space in one. */
export function textOf(page: string): string {
  return unescaped(page.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');
}
