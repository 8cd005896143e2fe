import { decodeEntities } from '../../../functions/adapters/html-entities.ts';

// What mails put behind their preheader so that a mail program does not fill the line up: joiners and blanks nobody sees.
const INVISIBLE_ENDS = /^[\s\p{Default_Ignorable_Code_Point}]+|[\s\p{Default_Ignorable_Code_Point}]+$/gu;

/** What a mail program shows under the subject: the first words of the html, or of the text where there is no html. */
export function firstLine(html: string, text: string): string {
  const body = html.replace(/<(head|style|title)\b[\s\S]*?<\/\1>/gi, '').replace(/<!--[\s\S]*?-->/g, '');
  const pieces = body === '' ? text.split('\n') : body.split(/<[^>]*>/).map(decodeEntities);
  return (
    pieces
      .map((piece) => piece.replace(INVISIBLE_ENDS, '').replace(/\s+/g, ' '))
      .find((piece) => piece !== '') ?? ''
  );
}
