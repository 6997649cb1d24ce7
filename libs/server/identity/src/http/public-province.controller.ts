import { Controller, Res } from '@nestjs/common';
import { getProvince, type InputOf, listUnitOptions, type ResponseOf } from '@mocua/contract';
import { Endpoint, Input, type MocuaReply } from '@mocua/server/kernel';
import { UnitDirectory } from '../application/unit-directory';
import { ProvinceSettings } from '../domain/province-settings';

/** What anybody may know about the province and its units. */
@Controller()
export class PublicProvinceController {
  constructor(
    private readonly province: ProvinceSettings,
    private readonly units: UnitDirectory,
  ) {}

  @Endpoint(getProvince)
  read(@Res({ passthrough: true }) reply: MocuaReply): ResponseOf<typeof getProvince> {
    reply.header('cache-control', 'public, max-age=300');
    return this.province.view;
  }

  @Endpoint(listUnitOptions)
  async options(
    @Input() { query }: InputOf<typeof listUnitOptions>,
  ): Promise<ResponseOf<typeof listUnitOptions>> {
    const options = await this.units.options(query.filter);
    return {
      items: options.map(({ unit, formerNames }) => ({
        unitId: unit.unitId,
        name: unit.name,
        address: unit.address,
        formerNames: [...formerNames],
      })),
    };
  }
}
