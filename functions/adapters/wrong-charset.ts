const UPPER = 128;

// Each character that windows-1252 has, to its byte (WHATWG Encoding Standard, index windows-1252).
const BYTES = new Map(
  Array.from(
    new TextDecoder('windows-1252').decode(Uint8Array.from({ length: UPPER }, (_, n) => n + UPPER)),
    (character, n) => [character, n + UPPER] as const,
  ),
);

/** UTF-8 that its mail called Latin or ASCII, as it was meant; any other text as it is. */
export function mended(text: string): string {
  if (!/[\u00c2-\u00f4]/u.test(text)) return text;
  const bytes = Array.from(text, (character) =>
    character < '\u0080' ? character.charCodeAt(0) : BYTES.get(character),
  );
  if (bytes.some((byte) => byte === undefined)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes, (byte) => byte ?? 0));
  } catch {
    return text;
  }
}
