import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Prometheus metrics of one process. Labels are route templates and codes, never ids. */
export class Metrics {
  readonly registry = new Registry();
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  readonly missedReceptionAlerts: Counter;
  readonly outboxDepth: Gauge<'destination' | 'state'>;

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'mocua_http_request_seconds',
      help: 'Time to answer a request',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers: [this.registry],
    });
    this.missedReceptionAlerts = new Counter({
      name: 'mocua_reception_alert_missed_total',
      help: 'Dossiers not looked at within the alert period',
      registers: [this.registry],
    });
    this.outboxDepth = new Gauge({
      name: 'mocua_outbox_rows',
      help: 'Outbox rows not delivered yet',
      labelNames: ['destination', 'state'],
      registers: [this.registry],
    });
  }
}
