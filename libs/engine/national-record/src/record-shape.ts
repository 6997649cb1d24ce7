import {
  amountText,
  channelCode,
  countText,
  formAddress,
  procedureCode,
  procedureName,
  shortCode,
  type TextRule,
  timeText,
} from './text-rules';

export type Shape =
  | { readonly kind: 'text'; readonly rule: TextRule | null }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, ShapeField> };

interface ShapeField {
  readonly shape: Shape;
  readonly required: boolean;
}

/** A text that may be missing. */
const said: ShapeField = { shape: { kind: 'text', rule: null }, required: false };

function checked(rule: TextRule, required = false): ShapeField {
  return { shape: { kind: 'text', rule }, required };
}

function object(fields: Readonly<Record<string, ShapeField>>): Shape {
  return { kind: 'object', fields: new Map(Object.entries(fields)) };
}

/** A list must be there, even when it is empty: a list that is missing means a file of another kind or a part of one. */
function listOf(fields: Readonly<Record<string, ShapeField>>): ShapeField {
  return { shape: { kind: 'list', of: object(fields) }, required: true };
}

const fee = listOf({
  MAPHILEPHI: checked(shortCode),
  SOTIEN: checked(amountText),
  DONVI: said,
  MOTA: said,
});

const time = listOf({ THOIGIANGIAIQUYET: checked(timeText), DONVITINH: said, MOTA: said, PHILEPHI: fee });

const component = listOf({
  MAGIAYTO: checked(shortCode),
  TENGIAYTO: said,
  TENMAUDON: said,
  URL: checked(formAddress),
  SOBANCHINH: checked(countText),
  SOBANSAO: checked(countText),
});

/** The whole `LayThuTuc` shape. A field that is not here is refused, because importing would lose what it says. */
export const recordShape: Shape = object({
  MATTHC: checked(procedureCode, true),
  TENTTHC: checked(procedureName, true),
  MACOQUANCONGBO: checked(shortCode),
  TRANGTHAI: said,
  LINHVUCTHUCHIEN: listOf({ MALINHVUC: checked(shortCode), TENLINHVUC: said }),
  TRINHTUTHUCHIEN: listOf({ TRUONGHOP: said, TRINHTU: listOf({ TENTRINHTU: said }) }),
  CACHTHUCTHUCHIEN: listOf({ KENH: checked(channelCode, true), THOIGIAN: time }),
  THANHPHANHOSO: listOf({ TRUONGHOP: said, GIAYTO: component }),
  DOITUONGTHUCHIEN: listOf({ TENDOITUONG: said }),
  KETQUATHUCHIEN: listOf({ MAKETQUA: checked(shortCode), TENKETQUA: said }),
  CANCUPHAPLY: listOf({ SOVANBAN: said, TENVANBAN: said }),
  COQUANTHUCHIEN: listOf({ MADONVI: checked(shortCode), TENDONVI: said }),
  YEUCAU: said,
});
