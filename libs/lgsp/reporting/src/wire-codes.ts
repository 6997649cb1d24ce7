import type { ProvinceRecord } from '@mocua/server/reporting';

/** Names of our indicators over there; one that stands not here cannot be sent. */
export const indicatorCodes: Readonly<Record<string, string>> = {
  received: 'TIEP_NHAN',
  'received-online': 'TIEP_NHAN_TRUC_TUYEN',
  'received-counter': 'TIEP_NHAN_TRUC_TIEP',
  'received-post': 'TIEP_NHAN_BUU_CHINH',
  resolved: 'DA_GIAI_QUYET',
  'resolved-on-time': 'DUNG_HAN',
  'resolved-late': 'QUA_HAN',
  'resolved-late-by-original': 'QUA_HAN_BAN_DAU_TRONG_HAN_MOI',
  'resolved-without-limit': 'KHONG_HAN',
  refused: 'TU_CHOI',
  withdrawn: 'RUT',
  stopped: 'DUNG',
  open: 'DANG_GIAI_QUYET',
  overdue: 'DANG_GIAI_QUYET_QUA_HAN',
  'online-share': 'TY_LE_TRUC_TUYEN',
  'on-time-share': 'TY_LE_DUNG_HAN',
  'digitised-share': 'TY_LE_SO_HOA',
  'reused-share': 'TY_LE_TAI_SU_DUNG',
  'national-store-share': 'TY_LE_LAY_TU_KHO_QG',
  'electronic-result-share': 'TY_LE_KET_QUA_DIEN_TU',
  'verified-share': 'TY_LE_XAC_THUC_VNEID',
  'online-payment-share': 'TY_LE_THANH_TOAN_TRUC_TUYEN',
  'asked-again-share': 'TY_LE_BO_SUNG_NHIEU_LAN',
};

/** As for the national portal: a kiosk is a way of filing online. */
export const channelCodes: Readonly<Record<ProvinceRecord['channel'], string>> = {
  counter: '1',
  online: '2',
  kiosk: '2',
  post: '3',
};

export const endingCodes: Readonly<Record<NonNullable<ProvinceRecord['ending']>, string>> = {
  positive: 'DONG_Y',
  negative: 'KHONG_DONG_Y',
  refused: 'TU_CHOI',
  withdrawn: 'RUT',
  stopped: 'DUNG',
};
