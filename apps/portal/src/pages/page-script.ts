import { startPageScript } from '@mocua/web/public/script';

startPageScript();
