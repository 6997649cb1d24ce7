import { fillText, type ProblemCode, problems } from '@mocua/contract';
import type { Problem } from '../problem';

const errors: Readonly<Partial<Record<ProblemCode, string>>> = {
  'agency.client-unknown': 'invalid_client',
  'agency.grant-unsupported': 'unsupported_grant_type',
  'agency.scope-not-granted': 'invalid_scope',
  'request.too-many': 'slow_down',
  'system.unavailable': 'temporarily_unavailable',
  'system.unexpected': 'server_error',
};

/** A refusal of the token endpoint in the form every OAuth client expects (RFC 6749, 5.2). */
export function oauthError(
  { code, params }: Problem,
  language: 'vi' | 'en',
): { error: string; error_description: string } {
  const text = problems[code][language];
  return {
    error: errors[code] ?? 'invalid_request',
    error_description: fillText(`${text.title} ${text.remedy}`, params),
  };
}

/** What `WWW-Authenticate` says beside a refusal (RFC 6750, 3; RFC 6749, 5.2); null where nothing of the kind is asked for. */
export function challengeOf({ code, params }: Problem): string | null {
  switch (code) {
    case 'agency.token-required':
      return 'Bearer realm="mocua", error="invalid_token"';
    case 'agency.scope-missing':
      return `Bearer realm="mocua", error="insufficient_scope", scope="${params['scope'] ?? ''}"`;
    case 'agency.client-unknown':
      return 'Basic realm="mocua"';
    default:
      return null;
  }
}
