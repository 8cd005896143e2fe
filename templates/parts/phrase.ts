/** A piece of a sentence. `own`: the catalogue's words. `given`: a name, a topic, a place, as typed. */
export type Inline =
  | { is: 'own'; text: string }
  | { is: 'given'; text: string }
  | { is: 'quote'; words: string; marked: boolean }
  | { is: 'strong' | 'by' | 'marked'; of: Phrase }
  | { is: 'link'; to: string; of: Phrase };

/** A sentence of the catalogue with what stands in it; html and text both come from this. */
export type Phrase = readonly Inline[];

type Slot = string | Inline | Phrase;

function inlines(slot: Slot): Phrase {
  if (typeof slot === 'string') return [{ is: 'given', text: slot }];
  return 'is' in slot ? [slot] : slot;
}

/** A sentence: the literal parts are the catalogue's, every string slot is somebody's. */
export function say(own: TemplateStringsArray, ...slots: Slot[]): Phrase {
  return own.flatMap((text, i) => {
    const slot = slots[i];
    const words: Phrase = text === '' ? [] : [{ is: 'own', text }];
    return slot === undefined ? words : [...words, ...inlines(slot)];
  });
}

/** The catalogue's words, computed (a weekday, a number in words). */
export const own = (text: string): Phrase => [{ is: 'own', text }];
export const strong = (of: Phrase): Inline => ({ is: 'strong', of });
/** Whose words those before it are: after a dash in html, in brackets in text. */
export const by = (of: Phrase): Inline => ({ is: 'by', of });
/** The marker: celebrations only. */
export const marked = (of: Phrase): Inline => ({ is: 'marked', of });
/** Somebody's words in quotation marks. */
export const quote = (words: string): Inline => ({ is: 'quote', words, marked: false });
export const markedQuote = (words: string): Inline => ({ is: 'quote', words, marked: true });
/** Stands at the end of its sentence, because in text the address follows it. */
export const link = (to: string, of: Phrase): Inline => ({ is: 'link', to, of });

/** Phrases in one line with `between` between them. */
export function join(phrases: readonly Phrase[], between: string): Phrase {
  return phrases.flatMap((phrase, i) => (i === 0 ? phrase : [...own(between), ...phrase]));
}
