import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

// Closes the door on packages: which run code at install, what is locked, under which licences, how old; and writes the SBOM.
// `node .ci/audit.mjs FOLDER [PROJECT]` writes FOLDER/sbom.json. What only the registry knows is asked briefly, and said when it cannot be.
const run = promisify(execFile);
const [folder = tmpdir(), root = join(import.meta.dirname, '..')] = process.argv.slice(2);
const read = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'));
const DAY_MS = 24 * 3600 * 1000;
const YOUNGEST_DAYS = 3;
const MOST_MS = 18_000;
const MOST_BYTES = 64 * 2 ** 20;
const SHA512 = /^sha512-[\w+/]{86}==$/;
const AT_ONCE = 2;
const MOST_UNTOLD = 4;
const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

const LICENCES = new Set(
  '0BSD Apache-2.0 BSD BSD-2-Clause BSD-3-Clause BlueOak-1.0.0 CC0-1.0 ISC MIT MIT-0 MPL-2.0 PSF-2.0 Unlicense CC-BY-3.0'.split(
    ' ',
  ),
);

/** Whether an SPDX expression lets us choose allowed licences only (SPDX 2.3, annex D: OR, AND, brackets round the whole). */
function isAllowed(licence) {
  const plain = String(licence).replace(/^\((.*)\)$/, '$1');
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((one) => LICENCES.has(one)));
}

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

const fits = ({ os, cpu, libc }) =>
  os.includes('linux') && (cpu ?? ['x64']).includes('x64') && (libc ?? ['glibc']).includes('glibc');

/** Whether each install script is allowed or forbidden by name, and nothing else is. */
function scriptFindings({ allowScripts = {} }, entries) {
  const names = new Set(entries.filter(([, entry]) => entry.hasInstallScript).map(([path]) => nameOf(path)));
  const unsaid = [...names].filter((name) => !Object.hasOwn(allowScripts, name));
  const idle = Object.keys(allowScripts).filter((name) => !names.has(name));
  return [
    ...unsaid.map((name) => `${name} has an install script: say in allowScripts whether it may run.`),
    ...idle.map((name) => `${name} has no install script: take it out of allowScripts.`),
  ];
}

function pinFindings(direct, { packages }) {
  return Object.entries(direct).flatMap(([name, version]) => {
    if (!EXACT.test(version)) return [`${name} is ${version}: pin one exact version.`];
    const isLocked = packages[`node_modules/${name}`]?.version === version;
    return isLocked ? [] : [`${name} is ${version} in package.json, and another version is locked.`];
  });
}

function entryFindings([path, entry]) {
  // npm locks none for programs of other platforms than the one that wrote the file; no install here takes them.
  const isElsewhere = entry.optional && entry.dev && entry.os && !fits(entry);
  const isWhole = entry.inBundle || isElsewhere || SHA512.test(entry.integrity ?? '');
  return [
    ...(isWhole ? [] : [`${path} has no integrity in the lockfile.`]),
    ...(entry.resolved === undefined && !entry.link ? [] : [`${path} says where it comes from.`]),
    ...(isAllowed(entry.license) ? [] : [`${path} has the licence ${entry.license}.`]),
  ];
}

/** Which runtime dependencies of a lockfile a CycloneDX document does not name. */
function missingIn(sbom, lock) {
  const named = new Set(sbom.components.map(({ purl }) => decodeURIComponent(purl ?? '')));
  return Object.entries(lock.packages)
    .filter(([path, { dev, optional, peer }]) => path !== '' && !dev && !optional && !peer)
    .map(([path, { version }]) => `pkg:npm/${nameOf(path)}@${version}`)
    .filter((purl) => !named.has(purl));
}

/** When a version was released, in epoch milliseconds; NaN when the registry does not say in time. */
async function releasedAt(name, version, timeout) {
  const about = ['view', `${name}@${version}`, 'time', '--json', '--fetch-retries=0'];
  const answer = await run('npm', about, { cwd: root, timeout }).catch(() => ({ stdout: '{}' }));
  return Date.parse(JSON.parse(answer.stdout || '{}')[version]);
}

/** What the registry says of direct dependencies until time is up: which are too young, and of how many it said nothing. */
async function agesOf(versions) {
  const until = Date.now() + MOST_MS;
  const waiting = Object.entries(versions);
  const young = [];
  let untold = 0;
  const ask = async () => {
    // Whoever did not answer a few times will not answer the rest.
    while (waiting.length > 0 && untold < MOST_UNTOLD && Date.now() < until) {
      const [name, version] = waiting.shift();
      const released = await releasedAt(name, version, until - Date.now());
      // A release ahead of this machine's clock says that the clock is wrong, and nothing of the package.
      if (Number.isNaN(released) || released > Date.now()) untold += 1;
      else if (Date.now() - released < YOUNGEST_DAYS * DAY_MS) young.push(`${name}@${version}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return { young, untold: untold + waiting.length };
}

/** Writes the SBOM; answers what is wrong with it. */
async function sbomFindings(lock) {
  const asked = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const written = await run('npm', asked, { cwd: root, maxBuffer: MOST_BYTES }).catch(() => undefined);
  if (!written) return ['npm can make no SBOM of this.'];
  writeFileSync(join(folder, 'sbom.json'), written.stdout);
  return missingIn(JSON.parse(written.stdout), lock).map((purl) => `${purl} is missing in the SBOM.`);
}

const [manifest, lock] = [read('package.json'), read('package-lock.json')];
const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
const direct = { ...manifest.dependencies, ...manifest.devDependencies };
const { young, untold } = await agesOf(direct);
const findings = [
  ...scriptFindings(manifest, entries),
  ...pinFindings(direct, lock),
  ...entries.flatMap(entryFindings),
  ...(await sbomFindings(lock)),
  ...young.map((one) => `${one} is younger than ${YOUNGEST_DAYS} days: wait with it.`),
];
for (const sentence of findings) process.stdout.write(`${sentence}\n`);
if (untold > 0) process.stdout.write(`The age of ${untold} direct dependencies could not be asked.\n`);
process.stdout.write(`${entries.length} packages audited, ${findings.length} findings\n`);
process.exitCode = findings.length === 0 ? 0 : 1;
