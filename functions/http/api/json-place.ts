type Expecting = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'next';
// One stack for the whole walk: copying it at every bracket would make a body of brackets quadratic.
type Open = ('[' | '{')[];
type State = { at: number; expecting: Expecting; open: Open };

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

function closed({ at, open }: State): State {
  open.pop();
  return { at: at + 1, expecting: 'next', open };
}

function opened({ at, open }: State, bracket: '[' | '{'): State {
  open.push(bracket);
  return { at: at + 1, expecting: bracket === '[' ? 'value-or-end' : 'key-or-end', open };
}

function afterValue(text: string, state: State): State | undefined {
  const { at, open } = state;
  const character = text.charAt(at);
  if (character === '[' || character === '{') return opened(state, character);
  if (character === ']' && state.expecting === 'value-or-end') return closed(state);
  const end = Math.max(match(STRING, text, at), match(SCALAR, text, at));
  return end < 0 ? undefined : { at: end, expecting: 'next', open };
}

function afterKey(text: string, state: State): State | undefined {
  if (text.charAt(state.at) === '}' && state.expecting === 'key-or-end') return closed(state);
  const end = match(STRING, text, state.at);
  return end < 0 ? undefined : { ...state, at: end, expecting: 'colon' };
}

function afterNext(text: string, state: State): State | undefined {
  const inside = state.open.at(-1);
  const character = text.charAt(state.at);
  if (character === (inside === '[' ? ']' : '}') && inside !== undefined) return closed(state);
  if (character !== ',' || inside === undefined) return undefined;
  return { ...state, at: state.at + 1, expecting: inside === '[' ? 'value' : 'key' };
}

function step(text: string, state: State): State | undefined {
  switch (state.expecting) {
    case 'value':
    case 'value-or-end':
      return afterValue(text, state);
    case 'key':
    case 'key-or-end':
      return afterKey(text, state);
    case 'colon':
      return text.charAt(state.at) === ':' ? { ...state, at: state.at + 1, expecting: 'value' } : undefined;
    case 'next':
      return afterNext(text, state);
  }
}

/** Line and column, counted from 1, where a text stops being JSON (RFC 8259); its end when it is only cut short. */
export function placeOfError(text: string): { line: number; column: number } {
  let state: State = { at: 0, expecting: 'value', open: [] };
  for (;;) {
    state = { ...state, at: match(SPACE, text, state.at) };
    const next = step(text, state);
    if (next === undefined) break;
    state = next;
  }
  const before = text.slice(0, state.at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
