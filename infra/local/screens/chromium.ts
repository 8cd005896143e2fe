import { spawnSync } from 'node:child_process';
import { chromium } from 'playwright-core';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome'];

// A machine without a screen, a sandbox or the internet: nothing may wait for any of them.
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The command that starts Chromium (playwright's `executablePath` wants the full path), or undefined. */
export const chromiumPath = COMMANDS.map(located).find((path) => path !== undefined);

/** Chromium with nothing to wait for. */
export const launchChromium = () => chromium.launch({ executablePath: chromiumPath ?? '', args: ARGUMENTS });

function located(command: string): string | undefined {
  const { status, stdout } = spawnSync('/bin/sh', ['-c', `command -v ${command}`], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
