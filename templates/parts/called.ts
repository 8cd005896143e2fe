const latin = /^[\p{Script=Latin}\p{M}\p{P}\p{Zs}\d]+$/u;
const nickname = /["“”]([^"“”]*\p{Ll}[^"“”]*)["“”]/u;

function short(name: string): string {
  const nick = nickname.exec(name)?.[1]?.trim();
  if (nick !== undefined && nick !== '') return nick;
  const [first = name, ...rest] = name.trim().split(/\s+/u);
  const given = latin.test(name) && rest.length > 0 && first.length > 1 && !/[.,]$/u.test(first);
  return given ? first : name.trim();
}

/**
 * What people are called in sentences, in the order of `names`: a nickname typed in quotation marks, else the first
 * name; the whole name where two would be called the same, or where a script does not tell which part comes first.
 */
export function called(names: readonly string[]): string[] {
  const shorts = names.map(short);
  return shorts.map((one, i) =>
    shorts.filter((other) => other === one).length > 1 ? (names[i] ?? one) : one,
  );
}
