import { Injectable } from '@nestjs/common';
import { UnitDirectory } from '@mocua/server/identity';
import { placesOf } from '../domain/unit-places';
import { type PlaceNames, ProvinceMap } from '../ports';

/** The map as the units of the province draw it, with those that were merged away. */
@Injectable()
export class UnitMap extends ProvinceMap {
  constructor(private readonly units: UnitDirectory) {
    super();
  }

  async places(onDate: string): Promise<PlaceNames> {
    const tree = await this.units.tree();
    const committees = tree.all().filter(({ kind }) => kind === 'people-committee');
    return {
      version: `${tree.version} ${onDate}`,
      places: placesOf(
        committees.map(({ unitId, name }) => ({
          name,
          today: tree.successorOf(unitId, onDate)?.name ?? name,
        })),
      ),
    };
  }
}
