/** A program and the arguments that come before one's own. */
export interface Command {
	command: string;
	args: string[];
}

/** The npm that runs us, or the one on the path when npm did not start us. */
export function npmCommand(): Command {
	const running = process.env.npm_execpath;
	if (running?.endsWith('npm-cli.js')) return { command: process.execPath, args: [running] };
	return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
}
