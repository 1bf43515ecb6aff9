/** A text that may have been encoded as for an address; as it came if it was not. */
export function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
