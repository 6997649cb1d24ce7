import { describe, expect, it } from '@jest/globals';
import { CallMetrics, ServiceCatalogue } from '../src/index';

const service = (name: string, contractVersion: string) => ({
  name,
  contractVersion,
  baseUrl: `https://lgsp.example.vn/${name}/${contractVersion}`,
});

describe('the catalogue', () => {
  const catalogue = new ServiceCatalogue([
    service('population', '1.9'),
    service('population', '1.10'),
    service('enterprise', '2'),
  ]);

  it('gives the version that is asked for, or the newest by number', () => {
    expect(catalogue.find('population', '1.9').baseUrl).toContain('/1.9');
    expect(catalogue.find('population').contractVersion).toBe('1.10');
    expect(catalogue.list().map(({ name, contractVersion }) => `${name} ${contractVersion}`)).toEqual([
      'population 1.10',
      'population 1.9',
      'enterprise 2',
    ]);
  });

  it('says what it does not have, and takes no contract twice', () => {
    expect(() => catalogue.find('land')).toThrow('The catalogue has no service land.');
    expect(() => catalogue.find('enterprise', '3')).toThrow('enterprise 3');
    expect(() => new ServiceCatalogue([service('a', '1'), service('a', '1')])).toThrow('twice');
    expect(() => new ServiceCatalogue([service('a', 'latest')])).toThrow('version');
  });
});

describe('the metrics', () => {
  it('are told as Prometheus reads them, with the load and the circuit of each client', () => {
    const metrics = new CallMetrics();
    const call = { service: 'population', operation: 'look-up', outcome: 'answered', attempts: 1, ms: 30 };
    metrics.observe(call);
    metrics.observe({ ...call, ms: 700, attempts: 3 });
    metrics.observe({ ...call, outcome: 'timeout', ms: 40_000 });
    metrics.watch('population', { isResting: true, load: { underWay: 2, waiting: 5 } });
    const lines = metrics.text().split('\n');
    const labels = 'service="population",operation="look-up",outcome="answered"';
    expect(lines).toEqual(
      expect.arrayContaining([
        `lgsp_call_duration_seconds_bucket{${labels},le="0.025"} 0`,
        `lgsp_call_duration_seconds_bucket{${labels},le="0.05"} 1`,
        `lgsp_call_duration_seconds_bucket{${labels},le="1"} 2`,
        `lgsp_call_duration_seconds_bucket{${labels},le="+Inf"} 2`,
        `lgsp_call_duration_seconds_sum{${labels}} 0.73`,
        `lgsp_call_duration_seconds_count{${labels}} 2`,
        `lgsp_call_attempts_total{${labels}} 4`,
        'lgsp_call_duration_seconds_bucket{service="population",operation="look-up",outcome="timeout",le="30"} 0',
        'lgsp_calls_under_way{service="population"} 2',
        'lgsp_calls_waiting{service="population"} 5',
        'lgsp_circuit_open{service="population"} 1',
        '',
      ]),
    );
  });
});
