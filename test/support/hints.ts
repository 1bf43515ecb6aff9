import type { Result } from '../../engine/runNode';

/** What a run said beside its output. */
export const hintsOf = ({ run }: Result): string[] =>
	(run.data.resultData.runData.Node[0].hints ?? []).map(({ message }) => message);
