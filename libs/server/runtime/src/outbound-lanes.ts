import { nationalStoreDestination } from '@mocua/server/data-store';
import {
  nationalPortalDestination,
  overpaidDestination,
  postDestination,
  sectorDestination,
} from '@mocua/server/dossier';
import type { Config } from '@mocua/server/kernel';
import type { DescribedLane } from '@mocua/server/outbound';
import { dossierPaymentDestination, refundDestination } from '@mocua/server/payment';
import { documentManagement } from '@mocua/server/procedure';
import { governmentReportsDestination, provinceStoreDestination } from '@mocua/server/reporting';
import { signingDestination } from '@mocua/server/signing';

/** Every receiver of the outbox. The handler of each makes the same message twice one effect. */
export function outboundLanes(config: Config): DescribedLane[] {
  const { sectorSystems, documentManagementUrl } = config;
  return [
    lane(nationalPortalDestination, 'Cổng Dịch vụ công quốc gia', 'National portal'),
    ...sectorSystems.map((system) =>
      lane(sectorDestination(system), `Hệ thống chuyên ngành: ${system}`, `Sector system: ${system}`),
    ),
    lane(
      documentManagement,
      'Hệ thống quản lý văn bản',
      'Document management system',
      documentManagementUrl !== '',
    ),
    lane(postDestination, 'Bưu chính', 'Post'),
    lane(signingDestination, 'Dịch vụ ký số từ xa', 'Remote signing service'),
    lane(refundDestination, 'Nền tảng thanh toán (hoàn tiền)', 'Payment platform (refunds)'),
    lane(dossierPaymentDestination, 'Khoản thu báo về hồ sơ', 'Payments told to dossiers'),
    lane(overpaidDestination, 'Trả lại tiền nộp thừa', 'Giving back what was paid too much'),
    lane('notification', 'Tin báo cho người dân', 'Notices to people'),
    lane(nationalStoreDestination, 'Kho dữ liệu quốc gia', 'National data store'),
    lane(governmentReportsDestination, 'Báo cáo Chính phủ', 'Government reporting'),
    lane(provinceStoreDestination, 'Kho dữ liệu dùng chung của tỉnh', 'Shared data store of the province'),
  ];
}

function lane(destination: string, vi: string, en: string, connected = true): DescribedLane {
  return { destination, name: { vi, en }, connected };
}
