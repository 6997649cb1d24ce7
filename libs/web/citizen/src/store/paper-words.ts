import { computed, inject, type Signal } from '@angular/core';
import { paperKindNames, type StoredPaperView } from '@mocua/contract';
import { formatDate, Language, useTexts } from '@mocua/web/kernel';

/** What a paper says of itself, line by line; must be called while a component is made. */
export function paperLines(paper: Signal<StoredPaperView>): Signal<readonly string[]> {
  const t = useTexts();
  const language = inject(Language);
  return computed(() => {
    const { kind, title, number, issuer, issuedOn, validUntil, depositedAt, usedIn, version } = paper();
    const date = (day: string): string => formatDate(day, language.current());
    const kindName = language.text(paperKindNames[kind]);
    return [
      [kindName === title ? '' : kindName, number === null ? '' : t('store.number', { number })],
      [issuer === null ? '' : t('store.issuer', { issuer })],
      [
        issuedOn === null ? '' : t('store.issuedOn', { date: date(issuedOn) }),
        validUntil === null ? '' : t('store.validUntil', { date: date(validUntil) }),
        version > 1 ? t('store.version', { version }) : '',
      ],
      [depositedAt === null ? '' : t('store.depositedAt', { date: date(depositedAt.slice(0, 10)) })],
      [usedIn > 0 ? t('store.usedIn', { count: usedIn }) : ''],
    ]
      .map((parts) => parts.filter((part) => part !== '').join(', '))
      .filter((line) => line !== '');
  });
}
