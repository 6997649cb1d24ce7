import {
  type DynamicModule,
  type InjectionToken,
  Module,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import { Config } from '@mocua/server/kernel';
import { CountDossiers } from './application/count-dossiers';
import { FeedProvince } from './application/feed-province';
import { LookAtReport } from './application/look-at-report';
import { ReadReports } from './application/read-reports';
import { PrepareReport } from './application/prepare-report';
import { ReconcileReports } from './application/reconcile-reports';
import { ReleaseReport } from './application/release-report';
import { SendReports } from './application/send-reports';
import { ReportingController } from './http/reporting.controller';
import { CounterRows } from './persistence/counter-rows';
import { FactsRows } from './persistence/facts-rows';
import { ReportRows } from './persistence/report-rows';
import { GovernmentReports, ProvinceStore } from './ports';

/** The receivers of what is reported. */
export interface ReportingReceivers {
  readonly government: GovernmentReports;
  readonly store: ProvinceStore;
  close(): Promise<void>;
}

/** Holds the way to the receivers, so that its sockets end with the process. */
class OpenedReceivers implements OnApplicationShutdown {
  constructor(readonly receivers: ReportingReceivers) {}

  onApplicationShutdown(): Promise<void> {
    return this.receivers.close();
  }
}

const useCases = [CountDossiers, FeedProvince, LookAtReport, PrepareReport, ReconcileReports];
const sending = [ReleaseReport, SendReports];
const watching = [CounterRows, ReportRows, LookAtReport, PrepareReport, ReadReports, ReleaseReport];

/** Counts what is reported of dossiers, and reports it. */
@Module({})
export class ReportingModule {
  /** For worker and command line. @param receiversOf - makes the adapters from the configuration */
  static forWorker(receiversOf: (config: Config) => ReportingReceivers): DynamicModule {
    const receiver = (provide: InjectionToken, pick: 'government' | 'store'): Provider => ({
      provide,
      useFactory: ({ receivers }: OpenedReceivers) => receivers[pick],
      inject: [OpenedReceivers],
    });
    return {
      module: ReportingModule,
      providers: [
        ...[CounterRows, FactsRows, ReportRows, ReadReports, ...useCases, ...sending],
        {
          provide: OpenedReceivers,
          useFactory: (config: Config) => new OpenedReceivers(receiversOf(config)),
          inject: [Config],
        },
        receiver(GovernmentReports, 'government'),
        receiver(ProvinceStore, 'store'),
      ],
      exports: [...useCases, ...sending, ReadReports, ReportRows],
    };
  }

  /** For the API: reports are prepared, looked at and let go; nothing is sent from there. */
  static forApi(): DynamicModule {
    return { module: ReportingModule, controllers: [ReportingController], providers: watching };
  }
}
