import { spawnSync } from 'node:child_process';
import { chromiumPath } from '../infra/local/screens/chromium.ts';

/**
 * What some suites need beyond `npm ci`. Such a suite starts with `describe.skipIf(!hasJava)` or
 * `describe.skipIf(!hasChromium)`; the run's setup says what to install, or fails where CI is set.
 */
export const hasJava = answers('java');
export const hasChromium = chromiumPath !== undefined;

/** One line for each tool that is missing: the Debian package to install and what it would run. */
export function missingTools(): readonly string[] {
  const java = hasJava ? [] : ['install openjdk-17-jre-headless to run the suites against DynamoDB Local'];
  const chromium = hasChromium ? [] : ['install chromium to run the browser suites'];
  return [...java, ...chromium];
}

function answers(command: string): boolean {
  return spawnSync(command, ['-version'], { stdio: 'ignore' }).status === 0;
}
