import * as z from 'zod/mini';

/** The script of the managers' pages. Its text is put in the place of the variable when the Lambda is bundled. */
export function readBrowserScript(): string {
  const packed = z.string('BROWSER_SCRIPT is missing.').parse(process.env.BROWSER_SCRIPT);
  return Buffer.from(packed, 'base64').toString('utf8');
}
