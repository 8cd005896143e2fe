import { BODY_LIMIT, hasType, readBody } from '../read-body.ts';
import { placeOfError } from './json-place.ts';
import { oneProblem } from './problem.ts';

// Whatever walks through a body calls itself once a level; the deepest that means something has five.
const DEEPEST = 20;

function isDeeper(json: unknown, levels: number): boolean {
  if (typeof json !== 'object' || json === null) return false;
  return levels === 0 || Object.values(json).some((inner) => isDeeper(inner, levels - 1));
}

/** The parsed JSON body of a request, or the answer that says what is wrong with it (415, 413, 400). */
export async function jsonBody(request: Request): Promise<{ json: unknown } | { answer: Response }> {
  if (!hasType(request, 'application/json'))
    return { answer: oneProblem(415, 'Send JSON, with the header Content-Type: application/json.') };
  const body = await readBody(request);
  if ('problem' in body) {
    if (body.problem === 'not-text') return { answer: oneProblem(400, 'The body is not UTF-8 text.') };
    const most = `The body is larger than ${BODY_LIMIT / 1024} KB. Shorten the texts, or record two conversations.`;
    return { answer: oneProblem(413, most) };
  }
  try {
    const json: unknown = JSON.parse(body.text);
    if (isDeeper(json, DEEPEST))
      return {
        answer: oneProblem(
          400,
          `The body is nested more than ${DEEPEST} levels deep. See /api/v1/openapi.json.`,
        ),
      };
    return { json };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { line, column } = placeOfError(body.text);
    return {
      answer: oneProblem(400, `The body is not valid JSON. It breaks at line ${line}, column ${column}.`),
    };
  }
}
