import { problem } from '@mocua/server/kernel';
import { declaredStoreRules, lastShareDay, storeRulesOn } from '../domain/store-rules';

/**
 * A share lasts from today on, and no longer than the rules of the store allow.
 *
 * @throws Problem `store.share-too-long`
 */
export function requireShareDay(until: string, today: string): void {
  const last = lastShareDay(storeRulesOn(declaredStoreRules, today), today);
  if (until < today || until > last) {
    const [year, month, day] = last.split('-');
    throw problem('store.share-too-long', { last: `${day}/${month}/${year}` });
  }
}
