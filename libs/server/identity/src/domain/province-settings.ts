import type { ProvinceView } from '@mocua/contract';

/** Name, hotline and theme of the province this deployment serves. */
export class ProvinceSettings {
  constructor(readonly view: ProvinceView) {}
}
