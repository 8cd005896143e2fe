import { measureMail } from './mail-cpu.ts';
import { measurePlanning } from './plans.ts';

/** A program of its own, so that nothing but what it measures fills its memory and its caches; prints the rows. */
console.log(JSON.stringify([...(await measurePlanning()), ...(await measureMail())]));
