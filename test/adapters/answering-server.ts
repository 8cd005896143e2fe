import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

type Heard = { method: string; path: string; body: string };
type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A server on loopback that notes what it hears and answers as told, until the test has finished. */
export async function answeringServer(answer: Answer) {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    heard.push({ method: request.method ?? '', path: request.url ?? '', body: await text(request) });
    answer(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { endpoint: `http://127.0.0.1:${address.port}`, heard };
}

export const testClient = {
  region: 'eu-central-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
};
