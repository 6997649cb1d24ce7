import { demoPeople, type DemoPerson } from '@mocua/server/identity/demo';
import { type Handler, readBody, RequestError, sendJson } from '../web/exchange';
import { escapeHtml, sendPage } from '../web/page';
import { machineOf, Waiting } from './machines';

type Card = { kind: 'unreadable' } | { kind: 'card'; holderMatched: boolean; data: Record<string, string> };

const withCard = demoPeople.filter((person) => person.personalId !== null);

/**
 * The chip card readers of all kiosks. `GET /card-reader` is a page on which a card of an invented person is put on a
 * reader; `POST /card-reader/devices/:id/reading` is what the portal asks, and gives each card once.
 */
export function cardReaderRoutes(): Handler {
  const cards = new Waiting<Card>();
  return async (request, response, url) => {
    const machine = machineOf(url.pathname);
    if (machine?.action === 'reading' && request.method === 'POST')
      return sendJson(response, 200, cards.take(machine.deviceId) ?? { kind: 'none' });
    if (url.pathname !== '/card-reader') throw new RequestError(404, 'there is nothing at this address');
    if (request.method === 'POST') {
      const form = new URLSearchParams(await readBody(request));
      cards.put(form.get('device') ?? '', cardOf(form.get('card') ?? '', form.get('holder') ?? 'matched'));
    }
    sendPage(response, { title: 'Đầu đọc thẻ căn cước (giả lập)', body: page(cards.count) });
  };
}

function cardOf(key: string, holder: string): Card {
  if (key === 'unreadable') return { kind: 'unreadable' };
  const person = withCard.find((candidate) => candidate.key === key);
  if (person === undefined) throw new RequestError(400, 'unknown card');
  return { kind: 'card', holderMatched: holder === 'matched', data: chipOf(person) };
}

/** In the names readers use; the religion stands for all that a reader gives and the portal must not take. */
function chipOf(person: DemoPerson): Record<string, string> {
  const [year, month, day] = person.birthDate.split('-');
  const { detail, commune, province } = person.address;
  return {
    idCode: person.personalId ?? '',
    personName: person.name,
    dateOfBirth: `${day}/${month}/${year}`,
    gender: person.gender === 'male' ? 'Nam' : 'Nữ',
    nationality: 'Việt Nam',
    religion: 'Không',
    residencePlace: `${detail}, ${commune}, ${province}`,
    expiryDate: '31/12/2035',
  };
}

function page(waiting: number): string {
  const button = (card: string, holder: string, title: string, lead: string) =>
    `<li><form method="post" action="/card-reader"><input type="hidden" name="holder" value="${holder}"><button name="card" value="${escapeHtml(card)}"><strong>${escapeHtml(title)}</strong><span>${escapeHtml(lead)}</span></button></form></li>`;
  const people = withCard.map((person) =>
    button(person.key, 'matched', person.name, 'Đặt thẻ lên đầu đọc, khuôn mặt khớp'),
  );
  const [first] = withCard;
  const faults = [
    button(first?.key ?? '', 'other', 'Thẻ của người khác', 'Khuôn mặt không khớp với ảnh trong chip'),
    button('unreadable', 'matched', 'Thẻ không đọc được', 'Chip hỏng hoặc đặt lệch'),
  ];
  return `<p>Bấm một người để đặt thẻ của người đó lên đầu đọc. Máy nào hỏi trước thì nhận được thẻ. Đang có ${waiting} thẻ chờ đọc.</p>
<ul class="people">${people.join('')}</ul><h2>Trường hợp lỗi</h2><ul class="people">${faults.join('')}</ul>`;
}
