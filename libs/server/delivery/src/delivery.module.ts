import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { DossierModule, DossierParcels } from '@mocua/server/dossier';
import { Clock, Config, Database, Logger } from '@mocua/server/kernel';
import { FollowParcels } from './application/follow-parcels';
import { HearPost } from './application/hear-post';
import { PostRelayHandler } from './application/post-relay-handler';
import { ReadParcel } from './application/read-parcel';
import { ParcelController } from './http/parcel.controller';
import { Parcels } from './persistence/parcels';
import { PostalService } from './ports';

type PostOf = (config: Config) => PostalService;

function shared(postOf: PostOf): Provider[] {
  return [
    { provide: PostalService, useFactory: postOf, inject: [Config] },
    { provide: Parcels, useFactory: (database: Database) => new Parcels(database), inject: [Database] },
    {
      provide: PostRelayHandler,
      useFactory: (dossiers: DossierParcels, parcels: Parcels, post: PostalService, clock: Clock) =>
        new PostRelayHandler(dossiers, parcels, post, clock),
      inject: [DossierParcels, Parcels, PostalService, Clock],
    },
    {
      provide: FollowParcels,
      useFactory: (
        parcels: Parcels,
        post: PostalService,
        dossiers: DossierParcels,
        clock: Clock,
        logger: Logger,
      ) => new FollowParcels(parcels, post, dossiers, clock, logger),
      inject: [Parcels, PostalService, DossierParcels, Clock, Logger],
    },
  ];
}

/** Results that go by post: orders, tracking, and what became of them. */
@Module({})
export class DeliveryModule {
  /** For the worker. @param postOf - makes the adapter of the post from the configuration */
  static forWorker(postOf: PostOf): DynamicModule {
    return {
      module: DeliveryModule,
      imports: [DossierModule],
      providers: shared(postOf),
      exports: [PostRelayHandler, FollowParcels],
    };
  }

  /** For the API: people and officers, and what the post tells us. */
  static forApi(postOf: PostOf): DynamicModule {
    return {
      module: DeliveryModule,
      imports: [DossierModule],
      controllers: [ParcelController],
      providers: [
        ...shared(postOf),
        {
          provide: ReadParcel,
          useFactory: (dossiers: DossierParcels, parcels: Parcels, database: Database, config: Config) =>
            new ReadParcel(dossiers, parcels, database, config),
          inject: [DossierParcels, Parcels, Database, Config],
        },
        {
          provide: HearPost,
          useFactory: (post: PostalService, parcels: Parcels, clock: Clock) =>
            new HearPost(post, parcels, clock),
          inject: [PostalService, Parcels, Clock],
        },
      ],
    };
  }
}
