import * as fc from 'fast-check';

// One seed for every property, so that a run today and a run tomorrow test the same; FC_SEED=… explores others.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FC_SEED ?? 20_270_108) });
