import { startSandboxes } from './sandboxes';

export default async ({ maxWorkers }: { maxWorkers: number }) => await startSandboxes(maxWorkers);
