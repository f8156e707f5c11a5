// pnpm fuzz: damaged inputs for every reader, until it is stopped. See README.md.
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { attack } from './attack.ts';
import { inputOf, judge } from './attempt.ts';
import { countOf, type Journal, keepFinding, note, openJournal, saveJournal } from './journal.ts';
import { ALSO } from './seeds/pdfs.ts';
import { tryAll } from './supervise.ts';
import { TARGETS } from './targets/index.ts';

/** Milliseconds to wait so that a batch took no more than its share of one core. */
const pauseOf = (cpuSeconds: number, wall: number): number => Math.max(0, (1000 * cpuSeconds) / Number(values.share) - wall);

/** Inputs that may be tried again after a sudden stop. */
const SAVE_EVERY = 20;

const HELP = `pnpm fuzz [options]   damaged inputs for every reader, target after target

  --target NAME   only this one (again for more): ${TARGETS.map((target) => target.name).join(', ')}
  --seed N        another row of inputs (default 1)
  --minutes N     stop after so long (default: until Ctrl-C)
  --turns N       stop after so many batches
  --share S       part of one core to take at most, 0…1 (default 1): pauses between the batches
  --batch N       inputs of one target before the next has its turn (default 1000)
  --slice S       or so many CPU seconds of them (default 15), so that each target has its share
  --out FOLDER    state.json and findings/ (default fuzz-out); a run goes on where the last one stopped
  --also FOLDER   PDF files to damage beside the made ones (target pdf)
  --input FILE --target NAME   try one input again and say what is wrong with it`;

const { values } = parseArgs({
  options: {
    target: { type: 'string', multiple: true },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string' },
    share: { type: 'string', default: '1' },
    turns: { type: 'string' },
    batch: { type: 'string', default: '1000' },
    slice: { type: 'string', default: '15' },
    out: { type: 'string', default: 'fuzz-out' },
    also: { type: 'string' },
    input: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
const names = values.target ?? TARGETS.map((target) => target.name);

/** Read by the process that makes the inputs. */
if (values.also) process.env[ALSO] = values.also;

if (values.help) console.log(HELP);
else if (values.input) await again(values.input, names[0] ?? '');
else await run();

async function again(path: string, target: string): Promise<void> {
  const verdict = await judge(await attack(target), readFileSync(path));
  console.log(`${verdict.outcome}, ${verdict.cpuSeconds.toFixed(2)} CPU s\n${verdict.fault ?? 'nothing is wrong'}`);
}

async function run(): Promise<void> {
  const [seed, batch, end] = [Number(values.seed), Number(values.batch), Date.now() + Number(values.minutes ?? 1e6) * 60_000];
  const journal = openJournal(values.out);
  const turns = Number(values.turns ?? Number.POSITIVE_INFINITY);
  for (let turn = 0; turn < turns && Date.now() < end; turn++) {
    const target = names[turn % names.length] as string;
    const [began, before] = [Date.now(), countOf(journal, target).cpuSeconds];
    await runBatch(journal, target, seed, batch);
    saveJournal(values.out, journal);
    const { tried, faults, cpuSeconds } = countOf(journal, target);
    await setTimeout(pauseOf(cpuSeconds - before, Date.now() - began));
    console.log(`${new Date().toISOString()} ${target}: ${tried} tried, ${faults} faults, ${Math.round(cpuSeconds)} CPU s`);
  }
}

async function runBatch(journal: Journal, target: string, seed: number, batch: number): Promise<void> {
  const { next } = countOf(journal, target);
  await tryAll({ target, seed, first: next, last: next + batch, cpuSeconds: Number(values.slice) }, (tried) => {
    const isNew = note(journal, target, tried);
    if (isNew || tried.number % SAVE_EVERY === 0) saveJournal(values.out, journal);
    if (tried.fault === null || !isNew) return;
    console.log(`! ${target} ${tried.number}: ${tried.fault.split('\n')[0]}`);
    void keep(target, seed, tried.number, tried.fault);
  });
}

/** The input is made again here: making it is safe, trying it may not be. */
async function keep(target: string, seed: number, number: number, fault: string): Promise<void> {
  keepFinding(values.out, `${target}-${seed}-${number}`, inputOf(await attack(target), target, seed, number), fault);
}
