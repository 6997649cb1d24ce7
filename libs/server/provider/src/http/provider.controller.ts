import { Controller, Req, Res } from '@nestjs/common';
import {
  getProvidedDossier,
  getProvidedStatistics,
  type InputOf,
  issueAgencyToken,
  listOwnDeliveries,
  listProvidedProcedures,
  replayOwnDelivery,
  type ResponseOf,
  submitProvidedDossier,
  verifyProvidedResult,
} from '@mocua/contract';
import {
  type AgencyActor,
  CurrentActor,
  Endpoint,
  Input,
  type MocuaReply,
  type MocuaRequest,
} from '@mocua/server/kernel';
import { IssueToken } from '../application/issue-token';
import { ProvideCatalogue } from '../application/provide-catalogue';
import { ProvideDossier } from '../application/provide-dossier';
import { ReadDeliveries } from '../application/read-deliveries';
import { SubmitForPerson } from '../application/submit-for-person';
import { VerifyResult } from '../application/verify-result';

/** What systems of other agencies ask. */
@Controller()
export class ProviderController {
  constructor(
    private readonly tokens: IssueToken,
    private readonly catalogue: ProvideCatalogue,
    private readonly dossiers: ProvideDossier,
    private readonly results: VerifyResult,
    private readonly submission: SubmitForPerson,
    private readonly deliveries: ReadDeliveries,
  ) {}

  @Endpoint(issueAgencyToken)
  token(
    @Input() { body }: InputOf<typeof issueAgencyToken>,
    @Req() request: MocuaRequest,
    @Res({ passthrough: true }) reply: MocuaReply,
  ): Promise<ResponseOf<typeof issueAgencyToken>> {
    reply.header('cache-control', 'no-store');
    return this.tokens.execute(request.headers.authorization, body);
  }

  @Endpoint(listProvidedProcedures)
  procedures(
    @Input() { query }: InputOf<typeof listProvidedProcedures>,
  ): Promise<ResponseOf<typeof listProvidedProcedures>> {
    return this.catalogue.procedurePage(query);
  }

  @Endpoint(getProvidedDossier)
  dossier(
    @Input() { params }: InputOf<typeof getProvidedDossier>,
    @CurrentActor() actor: AgencyActor,
  ): Promise<ResponseOf<typeof getProvidedDossier>> {
    return this.dossiers.execute(actor, params.code);
  }

  @Endpoint(submitProvidedDossier)
  submit(
    @Input() { body }: InputOf<typeof submitProvidedDossier>,
    @CurrentActor() actor: AgencyActor,
  ): Promise<ResponseOf<typeof submitProvidedDossier>> {
    return this.submission.execute(actor, body);
  }

  @Endpoint(verifyProvidedResult)
  result(
    @Input() { body }: InputOf<typeof verifyProvidedResult>,
  ): Promise<ResponseOf<typeof verifyProvidedResult>> {
    return this.results.execute(body);
  }

  @Endpoint(getProvidedStatistics)
  statistics(): Promise<ResponseOf<typeof getProvidedStatistics>> {
    return this.catalogue.statistics();
  }

  @Endpoint(listOwnDeliveries)
  log(
    @Input() { query }: InputOf<typeof listOwnDeliveries>,
    @CurrentActor() actor: AgencyActor,
  ): Promise<ResponseOf<typeof listOwnDeliveries>> {
    return this.deliveries.page(actor.clientId, query);
  }

  @Endpoint(replayOwnDelivery)
  replay(
    @Input() { params }: InputOf<typeof replayOwnDelivery>,
    @CurrentActor() actor: AgencyActor,
  ): Promise<ResponseOf<typeof replayOwnDelivery>> {
    return this.deliveries.replay(actor.clientId, params.deliveryId);
  }
}
