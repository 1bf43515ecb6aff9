import { stopSandboxes } from './sandboxes';

export default stopSandboxes;
