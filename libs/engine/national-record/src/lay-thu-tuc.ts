/**
 * The reply of the national service `LayThuTuc`, as files hold it. A text that is missing in a file
 * says as little as an empty one and is empty here; nothing else differs from the file.
 */
export interface LayThuTuc {
  readonly MATTHC: string;
  readonly TENTTHC: string;
  readonly MACOQUANCONGBO: string;
  readonly TRANGTHAI: string;
  readonly LINHVUCTHUCHIEN: readonly { readonly MALINHVUC: string; readonly TENLINHVUC: string }[];
  readonly TRINHTUTHUCHIEN: readonly {
    readonly TRUONGHOP: string;
    readonly TRINHTU: readonly { readonly TENTRINHTU: string }[];
  }[];
  readonly CACHTHUCTHUCHIEN: readonly {
    readonly KENH: string;
    readonly THOIGIAN: readonly {
      readonly THOIGIANGIAIQUYET: string;
      readonly DONVITINH: string;
      readonly MOTA: string;
      readonly PHILEPHI: readonly {
        readonly MAPHILEPHI: string;
        readonly SOTIEN: string;
        readonly DONVI: string;
        readonly MOTA: string;
      }[];
    }[];
  }[];
  readonly THANHPHANHOSO: readonly {
    readonly TRUONGHOP: string;
    readonly GIAYTO: readonly {
      readonly MAGIAYTO: string;
      readonly TENGIAYTO: string;
      readonly TENMAUDON: string;
      readonly URL: string;
      readonly SOBANCHINH: string;
      readonly SOBANSAO: string;
    }[];
  }[];
  readonly DOITUONGTHUCHIEN: readonly { readonly TENDOITUONG: string }[];
  readonly KETQUATHUCHIEN: readonly { readonly MAKETQUA: string; readonly TENKETQUA: string }[];
  readonly CANCUPHAPLY: readonly { readonly SOVANBAN: string; readonly TENVANBAN: string }[];
  readonly COQUANTHUCHIEN: readonly { readonly MADONVI: string; readonly TENDONVI: string }[];
  readonly YEUCAU: string;
}
