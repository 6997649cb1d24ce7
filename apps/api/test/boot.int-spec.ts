import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { TrackingController } from '@mocua/server/dossier';
import { UndeclaredRouteError } from '@mocua/server/kernel';
import { ApiModule } from '../src/api.module';
import { createApi } from '../src/create-api';
import { ApiHarness } from './api-harness';

let api: ApiHarness;

beforeAll(async () => {
  api = await ApiHarness.start();
});
afterAll(() => api.close());

@Controller()
class ForgottenController {
  @Get('api/v1/forgotten')
  secret(): string {
    return 'nobody said who may read this';
  }
}

describe('the boot', () => {
  const original = ApiModule.with.bind(ApiModule);

  it('stops at a route without a declared access rule', async () => {
    const spy = jest.spyOn(ApiModule, 'with').mockImplementation((parts) => {
      const module = original(parts);
      return { ...module, controllers: [...(module.controllers ?? []), ForgottenController] };
    });
    try {
      const boot = createApi(api.parts);
      await expect(boot).rejects.toThrow(UndeclaredRouteError);
      await expect(boot).rejects.toThrow('route without a declared access rule: GET /api/v1/forgotten');
    } finally {
      spy.mockRestore();
    }
  });

  it('stops when an endpoint of the contract has no handler', async () => {
    const spy = jest.spyOn(ApiModule, 'with').mockImplementation((parts) => {
      const module = original(parts);
      return {
        ...module,
        controllers: (module.controllers ?? []).filter((each) => each !== TrackingController),
      };
    });
    try {
      await expect(createApi(api.parts)).rejects.toThrow(
        'endpoint without a handler: trackDossier\nendpoint without a handler: kioskTrack',
      );
    } finally {
      spy.mockRestore();
    }
  });

  it('serves nothing but the contract, pages and operations', async () => {
    for (const url of ['/api/v1/forgotten', '/api/v1/', '/api/v1/officer', '/api/v2/session']) {
      const { statusCode } = await api.app.inject({ url });
      expect([url, statusCode]).toEqual([url, 404]);
    }
  });
});
