import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { openSmtp, type SmtpMail } from '../../infra/local/smtp.ts';
import { postMail } from '../journey/post-mail.ts';

const MEGABYTE = 1024 * 1024;
const TO = `r+${'a'.repeat(26)}@reply.acme.example`;

async function open() {
  const smtp = await openSmtp(0, () => 'reply.acme.example');
  onTestFinished(() => smtp.close());
  const taken: SmtpMail[] = [];
  smtp.deliverWith(async (mail) => {
    taken.push(mail);
  });
  return { url: smtp.url, taken };
}

/** Says each line once the server answered the one before; what it answered, by its code. */
async function talk(url: string, lines: readonly string[], data: () => Iterable<Buffer>): Promise<string[]> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const answers: string[] = [];
  const said = [...lines];
  for await (const answer of createInterface({ input: socket })) {
    if (/^\d{3}-/u.test(answer)) continue;
    answers.push(answer.slice(0, 3));
    const next = said.shift();
    if (answer.startsWith('354')) {
      for (const piece of data()) if (!socket.write(piece)) await once(socket, 'drain');
      socket.write('\r\n.\r\n');
    } else if (next === undefined) break;
    else socket.write(`${next}\r\n`);
  }
  socket.destroy();
  return answers;
}

const LETTER = ['EHLO x', 'MAIL FROM:<bill@acme.example>', `RCPT TO:<${TO}>`, 'DATA'];

test('twenty megabytes are taken as they are', async () => {
  const { url, taken } = await open();
  const raw = Buffer.concat([
    Buffer.from('Subject: x\r\n\r\n'),
    Buffer.alloc(20 * MEGABYTE, `${'a'.repeat(74)}\r\n`),
  ]);
  await postMail(url, { from: 'bill@acme.example', to: TO, raw });
  expect(taken.map(({ raw: got }) => Math.round(got.length / MEGABYTE))).toEqual([20]);
  expect(taken[0]?.recipients).toEqual([TO]);
});

test('more than forty are refused for good, whether the sender says so before or not, and none of it is kept', async () => {
  const { url, taken } = await open();
  const raw = Buffer.alloc(41 * MEGABYTE, `${'a'.repeat(74)}\r\n`);
  await expect(postMail(url, { from: 'bill@acme.example', to: TO, raw })).rejects.toThrow('552');
  const pieces = function* () {
    for (let n = 0; n < 41; n++) yield raw.subarray(0, MEGABYTE);
  };
  expect(await talk(url, [...LETTER, 'NOOP'], pieces)).toEqual(['220', '250', '250', '250', '354', '552']);
  expect(taken).toEqual([]);
});
