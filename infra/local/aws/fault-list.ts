import type { Fault, Service } from './local-servers.ts';

export type FaultList = {
  add(fault: Fault): void;
  list(): Fault[];
  clear(): void;
  /** The mode of the oldest fault that is left for this action, counted down by one. */
  take(service: Service, action: string): Fault['mode'] | undefined;
};

export function createFaultList(): FaultList {
  let faults: Fault[] = [];
  return {
    add(fault) {
      faults.push({ ...fault });
    },
    list: () => faults.filter((fault) => fault.times > 0).map((fault) => ({ ...fault })),
    clear() {
      faults = [];
    },
    take(service, action) {
      const fault = faults.find((one) => one.service === service && one.action === action && one.times > 0);
      if (!fault) return undefined;
      fault.times -= 1;
      faults = faults.filter((one) => one.times > 0);
      return fault.mode;
    },
  };
}
