export { ApiClient, type DownloadedFile } from './api/api-client';
export {
  type ApiFailure,
  asApiFailure,
  ConnectionError,
  type ConnectionTrouble,
  isProblem,
  ProblemError,
} from './api/api-failure';
export { type CallInput, endpointUrl, newIdempotencyKey } from './api/endpoint-call';
export { type Loaded, loadEndpoint } from './api/load-endpoint';
export { type LoadedList, loadList } from './api/load-list';
export { saveFile } from './api/save-file';
export { formatBytes, formatDong, formatFee, formatWorkingMinutes } from './format/amount';
export { formatDate, formatInstant, formatRelative, formatTime } from './format/moment';
export { Language, type LanguageCode } from './language/language';
export { Localized } from './language/localized';
export {
  type TextParams,
  Texts,
  provideTexts,
  type TextScope,
  type Translate,
  useTexts,
  withTexts,
} from './language/texts';
export { type LocalDraft, LocalDrafts } from './local/local-drafts';
export {
  type Contrast,
  type DisplayChoice,
  displayChoiceOf,
  displayCookie,
  displayCookieName,
  percentOf,
  type TextSize,
  textSizes,
} from './page/display-choice';
export { DisplaySettings } from './page/display-settings';
export { focusHeading } from './page/navigation-focus';
export { PageTitle } from './page/page-title';
export { Province } from './page/province';
export { acceptableTheme, contrastRatio } from './page/theme';
export { provideMocuaWeb, type WebOptions } from './provide-web';
export { AUDIENCE, Credentials } from './session/credentials';
export { Session, type SessionStatus } from './session/session';
export { signedIn } from './session/signed-in-guard';
