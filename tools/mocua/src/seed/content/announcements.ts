import type { ContentText } from '@mocua/contract';
import { type DemoPage, dots, p, page, text, to } from './page-parts';

const day = 24 * 3_600_000;

interface Announced {
  readonly slug: string;
  /** Days from today on which it is first and last shown. */
  readonly first: number;
  readonly last: number | null;
  readonly vi: ContentText;
  readonly en: ContentText | null;
}

const announced: readonly Announced[] = [
  {
    slug: 'xem-lai-tin-nhan-ve-ho-so',
    first: -2,
    last: null,
    vi: text(
      'Tin báo về hồ sơ nay có ngay trên cổng',
      'Không cần tìm lại tin nhắn điện thoại: mọi tin đều ở mục Tin nhắn.',
      p('Mỗi khi hồ sơ có bước mới, cơ quan báo cho bạn. Từ nay bạn đọc lại được mọi tin trên cổng.'),
      dots(
        'Đăng nhập, mở mục “Hồ sơ của tôi”, chọn “Tin nhắn”.',
        'Muốn bớt tin nhắn điện thoại: vào “Cài đặt” và chọn loại tin cần nhận.',
      ),
      to('/huong-dan/theo-doi-ho-so', 'Cách theo dõi hồ sơ'),
    ),
    en: text(
      'News about your dossier is now on the portal',
      'No need to look for old text messages: everything is under Messages.',
      p(
        'The agency tells you about every step of a dossier. You can now read all of it again on the portal.',
      ),
      dots(
        'Sign in, open “My dossiers”, choose “Messages”.',
        'For fewer text messages, open “Settings” and choose what you want to get.',
      ),
      to('/huong-dan/theo-doi-ho-so', 'How to follow a dossier'),
    ),
  },
  {
    slug: 'gio-lam-viec-bo-phan-mot-cua',
    first: -20,
    last: null,
    vi: text(
      'Giờ làm việc của Bộ phận Một cửa',
      'Sáng 7 giờ 30 đến 11 giờ 30, chiều 13 giờ đến 17 giờ, thứ Hai đến thứ Sáu.',
      p('Nên đến vào buổi sáng giữa tuần, khi ít người chờ. Nộp trên cổng thì lúc nào cũng được.'),
      dots('Mang theo căn cước.', 'Người già, người khuyết tật, phụ nữ có thai được mời trước.'),
    ),
    en: text(
      'Opening hours of the one-stop centres',
      'Monday to Friday, 7:30 to 11:30 and 13:00 to 17:00.',
      p('Mornings in the middle of the week are the quietest. On the portal you can file at any time.'),
      dots('Bring your identity card.', 'Old people, disabled people and pregnant women are called first.'),
    ),
  },
  {
    slug: 'canh-giac-gia-danh-can-bo',
    first: -9,
    last: null,
    vi: text(
      'Cảnh giác với người tự xưng là cán bộ',
      'Cán bộ không bao giờ gọi điện hỏi mật khẩu, mã OTP hoặc bảo bạn chuyển tiền.',
      p('Nếu có người gọi như vậy, hãy tắt máy và gọi đường dây nóng của tỉnh.'),
      dots(
        'Chỉ đăng nhập ở địa chỉ của cổng.',
        'Không cài ứng dụng theo đường dẫn trong tin nhắn lạ.',
        'Phí chỉ nộp qua cổng hoặc tại quầy, có biên lai.',
      ),
      to('tel:19000099', 'Gọi đường dây nóng 1900 0099'),
    ),
    en: text(
      'Beware of people who claim to be officers',
      'Officers never call to ask for a password or a one-time code, or to have money sent.',
      p('If somebody does, hang up and call the hotline of the province.'),
      dots(
        'Sign in at the address of the portal only.',
        'Install nothing from a link in a strange message.',
        'Fees are paid on the portal or at the counter, with a receipt.',
      ),
      to('tel:19000099', 'Call the hotline 1900 0099'),
    ),
  },
  {
    slug: 'ho-tro-nguoi-cao-tuoi-thu-tu',
    first: -5,
    last: 120,
    vi: text(
      'Thứ Tư hằng tuần: có người giúp nộp hồ sơ',
      'Đoàn thanh niên giúp người cao tuổi nộp hồ sơ tại Bộ phận Một cửa, không mất tiền.',
      p('Bạn chỉ cần mang căn cước và giấy tờ liên quan. Người giúp sẽ cùng bạn làm trên máy.'),
      p('Người giúp không giữ căn cước và không hỏi mật khẩu của bạn.'),
    ),
    en: null,
  },
];

/** @param now - the announcements are of the weeks before it */
export function announcements(now: Date): readonly DemoPage[] {
  const date = (offset: number): string => new Date(now.getTime() + offset * day).toISOString().slice(0, 10);
  return announced.map(({ slug, first, last, vi, en }) =>
    page('announcement', slug, vi, en, {
      validFrom: date(first),
      validTo: last === null ? null : date(last),
    }),
  );
}
