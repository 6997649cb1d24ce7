import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem, problem } from '@mocua/server/kernel';
import { changedDisplay, displayCookie, displayOf, localPath } from './page-frame';
import { type FormPage, formPages, type SentForm } from './page-forms';
import { type PageAddress, publicPages } from './page-loaders';
import type { PageSite } from './page-site';
import { readForms } from './sent-form';

const page = { config: { page: true } };

/** Registers the public pages: each is read with GET, some take a form by POST. */
export function servePages(server: FastifyInstance, site: PageSite, secure: boolean): void {
  void server.register((scope, _options, done) => {
    readForms(scope);
    scope.setErrorHandler(async (error, request, reply) => site.refuse(error, request, reply));
    for (const each of publicPages) {
      scope.get(each.route, page, (request, reply) => site.read(each, addressOf(request), request, reply));
    }
    for (const each of formPages) {
      scope.post(each.route, page, async (request, reply) => {
        refuseForeignSite(request);
        const form = formOf(request);
        const { content, status } = await answered(each, form, site, request);
        return site.answer(content, each.route, status, request, reply);
      });
    }
    scope.get('/hien-thi', page, (request, reply) => {
      const back = localPath(addressOf(request).query.get('tro-ve'));
      return site.answer({ kind: 'display', back }, back, 200, request, reply);
    });
    scope.post('/hien-thi', page, (request, reply) => {
      refuseForeignSite(request);
      const form = formOf(request);
      const display = changedDisplay(displayOf(request), form);
      return reply
        .header('set-cookie', displayCookie(display, secure))
        .header('cache-control', 'no-store')
        .redirect(localPath(form.get('tro-ve')), 303);
    });
    done();
  });
}

/** The answer to a form; a refusal comes back as the form with the words of the problem. */
async function answered(each: FormPage, form: SentForm, site: PageSite, request: FastifyRequest) {
  try {
    const content = await each.answer(site.ask, form);
    const faulty = 'errors' in content && content.errors.length > 0;
    return { content, status: faulty ? 422 : 200 };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const told = site.told(error, request);
    return { content: each.again(form, told.problem), status: told.status };
  }
}

function addressOf(request: FastifyRequest): PageAddress {
  const query = new Map<string, string>();
  for (const [name, value] of Object.entries(request.query as Record<string, string | string[]>)) {
    const single = Array.isArray(value) ? value[0] : value;
    if (single !== undefined) query.set(name, single);
  }
  return { params: request.params as Record<string, string>, query };
}

function formOf(request: FastifyRequest): SentForm {
  return request.body instanceof Map ? (request.body as SentForm) : new Map();
}

/** Only our own pages may send a form; browsers tell where it comes from. */
function refuseForeignSite(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw problem('session.csrf');
}
