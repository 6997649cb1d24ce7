import { Controller, Get, HttpStatus, Res, SetMetadata } from '@nestjs/common';
import { Database } from '../database';
import { openRouteMetadata } from '../http/access.guard';
import { buildOpenApi } from '../http/openapi';
import type { MocuaReply } from '../http/request';
import { Logger } from '../logger';
import { Metrics } from './metrics';

/** Health, readiness, metrics and the API description. Bound to loopback; a proxy decides who sees metrics. */
@Controller()
export class OperationsController {
  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
    private readonly logger: Logger,
  ) {}

  /** Whether the process is alive; touches nothing else. */
  @Get('healthz')
  @SetMetadata(openRouteMetadata, 'healthz')
  health(): { status: string } {
    return { status: 'ok' };
  }

  /** Whether the process can do its work: the database answers and its schema is there. */
  @Get('readyz')
  @SetMetadata(openRouteMetadata, 'readyz')
  async ready(@Res() reply: MocuaReply): Promise<void> {
    try {
      await this.database.query('SELECT 1 FROM kernel.outbox LIMIT 1');
      await reply.send({ status: 'ready' });
    } catch (error) {
      this.logger.warn({ err: error }, 'not ready');
      await reply
        .status(HttpStatus.SERVICE_UNAVAILABLE)
        .header('retry-after', '2')
        .send({ status: 'database unavailable' });
    }
  }

  @Get('metrics')
  @SetMetadata(openRouteMetadata, 'metrics')
  async metricsText(@Res() reply: MocuaReply): Promise<void> {
    const rows = await this.database.query<{ destination: string; state: string; rows: string }>(
      `SELECT destination, state, count(*) AS rows FROM kernel.outbox WHERE state <> 'delivered' GROUP BY 1, 2`,
    );
    this.metrics.outboxDepth.reset();
    for (const row of rows)
      this.metrics.outboxDepth.set({ destination: row.destination, state: row.state }, Number(row.rows));
    await reply
      .header('content-type', this.metrics.registry.contentType)
      .send(await this.metrics.registry.metrics());
  }

  @Get('api/openapi.json')
  @SetMetadata(openRouteMetadata, 'openapi')
  openApi(): object {
    return buildOpenApi();
  }
}
