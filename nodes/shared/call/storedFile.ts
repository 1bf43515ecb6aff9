/** What gives a file's bytes: a stream, or all of them. */
export type Content = (AsyncIterable<Uint8Array> | Iterable<Uint8Array>) & {
	destroy?: () => unknown;
};

/** Opens a file's content anew. */
type Open = () => Promise<Content>;

/**
 * A file of a form that n8n keeps elsewhere. It is read while it is sent, and from the beginning when it is sent again, so
 * that a piece of it is in memory at a time. Only `stream` reads it: to all else it is empty.
 */
export class StoredFile extends File {
	/** What was opened and is not at its end. */
	private readonly opened = new Set<Content>();

	/** How often it was closed: what is still opening then is not wanted any more. */
	private closed = 0;

	/** Why it could not be read to its end, since it was closed last. */
	failure?: Error;

	/** In bytes, as it is announced to the service. */
	override readonly size: number;

	constructor(
		private readonly open: Open,
		size: number,
		{ name, type }: { name: string; type: string },
	) {
		super([], name, { type });
		this.size = size;
	}

	override stream(): ReturnType<File['stream']> {
		return ReadableStream.from(this.noting(this.closed));
	}

	/** Ends what was opened: who sends a form leaves it open when the connection breaks. */
	close(): void {
		this.closed++;
		this.failure = undefined;
		for (const content of this.opened) content.destroy?.();
		this.opened.clear();
	}

	/** The pieces; notes why there are no more, unless it was closed meanwhile. */
	private async *noting(closed: number): AsyncGenerator<Uint8Array> {
		try {
			yield* this.read(closed);
		} catch (error) {
			throw this.noted(error as Error, closed);
		}
	}

	private noted(error: Error, closed: number): Error {
		if (closed === this.closed) this.failure = error;
		return error;
	}

	/** Gives the pieces; none when the file was closed since it was asked for, at that time `closed` times. */
	private async *read(closed: number): AsyncGenerator<Uint8Array> {
		const content = await this.open();
		if (closed !== this.closed) {
			content.destroy?.();
			return;
		}
		this.opened.add(content);
		let left = this.size;
		for await (const piece of content) {
			left -= piece.length;
			if (left < 0) break;
			yield piece;
		}
		this.opened.delete(content);
		// The service would wait for the rest, or take what is too much for the next call.
		if (left !== 0) throw new Error(`it does not have the ${this.size} bytes that n8n says`);
	}
}

/** The files of a form that are kept elsewhere. */
function filesIn(body: unknown): StoredFile[] {
	const parts: unknown[] = body instanceof FormData ? [...body.values()] : [];
	return parts.filter((part) => part instanceof StoredFile);
}

/** Closes the files of a form. */
export function closeFiles(body: unknown): void {
	for (const file of filesIn(body)) file.close();
}

/** A file of a form that could not be read when it was sent. */
export const brokenFileIn = (body: unknown): StoredFile | undefined =>
	filesIn(body).find(({ failure }) => failure);
