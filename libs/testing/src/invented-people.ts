import { namedId } from '@mocua/server/kernel';

/** Hands out ids, personal ids and phones in the same order in every run; none can belong to a living person. */
export class Inventor {
  private count = 0;

  /** @param seed name of the test or of the group; other seeds give other ids */
  constructor(private readonly seed: string) {}

  /** Next id, as a UUID of the brand asked for. */
  id<T extends string>(): T {
    return namedId<T>(this.seed, String(this.next()));
  }

  /** Next personal id: 12 digits with the province code 099, which does not exist. */
  personalId(): string {
    return `099${String(this.next()).padStart(9, '0')}`;
  }

  /** Next mobile number below 0900000. */
  phone(): string {
    return `0900000${String(this.next()).padStart(3, '0')}`;
  }

  private next(): number {
    this.count += 1;
    return this.count;
  }
}

/** Id that is the same for the same name in every run. */
export function testId<T extends string>(name: string): T {
  return namedId<T>('test', name);
}
