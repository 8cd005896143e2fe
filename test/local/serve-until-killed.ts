import { startServers } from '../../infra/local/aws/local-servers.ts';
import { startClock } from '../../infra/local/clock.ts';

/** The child process of the kill test: serves, moves its clock to each epoch ms it reads, and says so. */
const [dataDir = '', setting = '', startAt = ''] = process.argv.slice(2);
const clock = startClock({ dataDir, startAt: Number(startAt) });
const { endpoints, queueArn } = await startServers({ ...JSON.parse(setting), dataDir, clock });
process.stdin.on('data', (line) => {
  clock.advanceTo(Number(line));
  process.stdout.write('moved\n');
});
process.stdout.write(`${JSON.stringify({ endpoints, queueArn })}\n`);
