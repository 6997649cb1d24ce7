import type { Localized } from '@mocua/contract';
import type { CatalogueEntry } from './catalogue-entry';

const elsewhere: Readonly<Record<'ministry' | 'national', Localized>> = {
  ministry: {
    vi: 'Thủ tục này nộp trên hệ thống của bộ. Bộ phận Một cửa hướng dẫn và giúp bạn nộp.',
    en: 'This procedure is filed in the system of the ministry. The one-stop centre guides and helps you.',
  },
  national: {
    vi: 'Thủ tục này nộp trên Cổng Dịch vụ công quốc gia. Bộ phận Một cửa hướng dẫn và giúp bạn nộp.',
    en: 'This procedure is filed on the National Public Service Portal. The one-stop centre guides and helps you.',
  },
};

const switchedOff: Localized = {
  vi: 'Cổng này chưa nhận hồ sơ trực tuyến. Hãy nộp trên Cổng Dịch vụ công quốc gia hoặc tại Bộ phận Một cửa.',
  en: 'This portal does not take filings online. File on the National Public Service Portal or at the one-stop centre.',
};

const counterOnly: Localized = {
  vi: 'Thủ tục này chưa nộp trực tuyến được. Hãy nộp tại Bộ phận Một cửa.',
  en: 'This procedure cannot be filed online yet. File at the one-stop centre.',
};

/** What a record alone can offer: words, but no form and no process. */
export const recordOnly: Localized = {
  vi: 'Mới có thông tin, chưa có biểu mẫu điện tử ở tỉnh. Hãy nộp tại Bộ phận Một cửa hoặc trên Cổng Dịch vụ công quốc gia.',
  en: 'Only information so far, no electronic form in the province. File at the one-stop centre or on the National Public Service Portal.',
};

/**
 * Why a procedure cannot be filed through this portal, and where to go instead; null when it can.
 *
 * @param portalFiles - whether filing through this portal is switched on in this deployment
 */
export function whyNotOnline(
  entry: Pick<CatalogueEntry, 'route' | 'onlineFiling'>,
  portalFiles: boolean,
): Localized | null {
  if (entry.route !== 'local') return elsewhere[entry.route];
  if (!entry.onlineFiling) return counterOnly;
  return portalFiles ? null : switchedOff;
}
