import { createServer, type ServerResponse } from 'node:http';
import { listen } from '../../infra/local/aws/listen.ts';

type Exchange = {
  action: string;
  body: string;
  forward: (body?: string) => Promise<string>;
  hangUp: () => void;
};
/** What to answer instead; undefined hands the call on unchanged. */
export type Meddle = (call: Exchange) => Promise<string | undefined>;

/** Stands between a client and a DynamoDB and lets a test change one exchange, on the wire. */
export async function startMeddlingProxy(target: string, meddle: Meddle) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const action = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    const headers = {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': String(request.headers['x-amz-target']),
      authorization: String(request.headers.authorization),
      'x-amz-date': String(request.headers['x-amz-date']),
    };
    const ask = (sent = body) => fetch(target, { method: 'POST', headers, body: sent });
    const forward = async (sent?: string) => (await ask(sent)).text();
    const answer = await meddle({ action, body, forward, hangUp: () => request.socket.destroy() });
    if (answer === undefined) await pass(await ask(), response);
    else response.end(answer);
  });
  return listen(server);
}

async function pass(answer: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' });
  response.end(await answer.text());
}
