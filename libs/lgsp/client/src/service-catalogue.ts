import type { ServiceDescription } from './service';

/** The services of one bus with the versions of their contracts; two versions of one service may stand side by side. */
export class ServiceCatalogue {
  private readonly services: ReadonlyMap<string, readonly ServiceDescription[]>;

  /** @throws Error when a service stands twice under one version, or a version is not numbers with dots between */
  constructor(services: readonly ServiceDescription[]) {
    const byName = new Map<string, ServiceDescription[]>();
    for (const service of services) {
      const { name, contractVersion } = service;
      if (!/^\d+(\.\d+)*$/u.test(contractVersion))
        throw new Error(`"${contractVersion}" of ${name} is not a version such as 1.4.`);
      const versions = byName.get(name) ?? [];
      if (versions.some((other) => other.contractVersion === contractVersion))
        throw new Error(`${name} ${contractVersion} stands in the catalogue twice.`);
      byName.set(name, [...versions, service].sort(newestFirst));
    }
    this.services = byName;
  }

  /**
   * The service under the version that is asked for, or under its newest.
   *
   * @throws Error when the catalogue has no such service: that is a fault of the configuration, not of the other side
   */
  find(name: string, contractVersion?: string): ServiceDescription {
    const found = this.services
      .get(name)
      ?.find((service) => contractVersion === undefined || service.contractVersion === contractVersion);
    if (found === undefined)
      throw new Error(`The catalogue has no service ${[name, contractVersion].filter(Boolean).join(' ')}.`);
    return found;
  }

  /** All services, the newest version of each first. */
  list(): readonly ServiceDescription[] {
    return [...this.services.values()].flat();
  }
}

function newestFirst(one: ServiceDescription, other: ServiceDescription): number {
  const [left, right] = [one, other].map(({ contractVersion }) => contractVersion.split('.').map(Number));
  for (let at = 0; at < Math.max(left?.length ?? 0, right?.length ?? 0); at += 1) {
    const difference = (right?.[at] ?? 0) - (left?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
