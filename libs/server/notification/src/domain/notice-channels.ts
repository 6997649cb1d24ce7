import type { NoticeChannel } from '@mocua/contract';

/** Where notices go besides the inbox, in the order in which people are told of it. */
export const noticeChannels = ['sms', 'email', 'zalo'] as const satisfies readonly NoticeChannel[];
