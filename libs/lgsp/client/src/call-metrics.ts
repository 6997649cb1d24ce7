import type { ObservedCall, ServiceClient } from './service-client';

/** Upper bounds of the buckets of the duration, in seconds; about what separates a good answer from a hanging one. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

interface Series {
  readonly labels: string;
  count: number;
  attempts: number;
  seconds: number;
  readonly buckets: number[];
}

/**
 * Counts calls and their durations, and shows them as Prometheus reads them (text format 0.0.4). Labels are names of
 * services, operations and outcomes: never an address, an id or a value.
 */
export class CallMetrics {
  private readonly series = new Map<string, Series>();
  private readonly clients = new Map<string, Pick<ServiceClient, 'isResting' | 'load'>>();

  /** Give it as `observe` to the clients that are to be counted. */
  readonly observe = ({ service, operation, outcome, attempts, ms }: ObservedCall): void => {
    const labels = `service="${escaped(service)}",operation="${escaped(operation)}",outcome="${escaped(outcome)}"`;
    const known = this.series.get(labels) ?? {
      labels,
      count: 0,
      attempts: 0,
      seconds: 0,
      buckets: bounds.map(() => 0),
    };
    this.series.set(labels, known);
    known.count += 1;
    known.attempts += attempts;
    known.seconds += ms / 1_000;
    for (const [at, bound] of bounds.entries())
      if (ms / 1_000 <= bound) known.buckets[at] = (known.buckets[at] ?? 0) + 1;
  };

  /** Shows the load and the circuit of a client besides. */
  watch(service: string, client: Pick<ServiceClient, 'isResting' | 'load'>): void {
    this.clients.set(service, client);
  }

  /** The whole exposition, ending with a line feed. */
  text(): string {
    const all = [...this.series.values()];
    const clients = [...this.clients];
    const lines = [
      '# TYPE lgsp_call_duration_seconds histogram',
      ...all.flatMap(({ labels, count, seconds, buckets }) => [
        ...bounds.map(
          (bound, at) =>
            `lgsp_call_duration_seconds_bucket{${labels},le="${String(bound)}"} ${String(buckets[at])}`,
        ),
        `lgsp_call_duration_seconds_bucket{${labels},le="+Inf"} ${String(count)}`,
        `lgsp_call_duration_seconds_sum{${labels}} ${String(seconds)}`,
        `lgsp_call_duration_seconds_count{${labels}} ${String(count)}`,
      ]),
      '# TYPE lgsp_call_attempts_total counter',
      ...all.map(({ labels, attempts }) => `lgsp_call_attempts_total{${labels}} ${String(attempts)}`),
      ...gauge('lgsp_calls_under_way', clients, (client) => client.load.underWay),
      ...gauge('lgsp_calls_waiting', clients, (client) => client.load.waiting),
      ...gauge('lgsp_circuit_open', clients, (client) => (client.isResting ? 1 : 0)),
    ];
    return `${lines.join('\n')}\n`;
  }
}

type Watched = readonly (readonly [string, Pick<ServiceClient, 'isResting' | 'load'>])[];

function gauge(name: string, clients: Watched, value: (client: Watched[number][1]) => number): string[] {
  const rows = clients.map(
    ([service, client]) => `${name}{service="${escaped(service)}"} ${String(value(client))}`,
  );
  return [`# TYPE ${name} gauge`, ...rows];
}

function escaped(label: string): string {
  return label.replace(/[\\"]/gu, '\\$&').replaceAll('\n', '\\n');
}
