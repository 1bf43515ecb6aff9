/** Messages as the stand-in shows them. Their fields are documented in words; the names are invented. */
import type { Range } from './range';
import { DAY, type KoopidState, type Message } from './state';

/** The messages of a range. Guess: both its ends belong to it. */
export function messagesIn({ messages }: KoopidState, { start, end }: Range): Message[] {
	return messages.filter(({ time }) => time >= start && time <= end);
}

/** A message with the text as it was. */
export function messageView({ time, text, sender, session }: Message) {
	return { timestamp: time, text, sender, session };
}

/** A message of the redacted data. */
export function redactedView(message: Message) {
	const { time, redacted, sender, sentiment, workflow, topic, session } = message;
	return { text: redacted, timestamp: time, sender, sentiment, workflow, topic, session };
}

const BAR = { width: 24, unit: 12, base: 120 };

/** A page with one bar per day (UTC), as high as the day has messages. */
export function plotOf(messages: Message[]): string {
	const counts = new Map<string, number>();
	for (const { time } of messages) {
		const day = new Date(Math.floor(time / DAY) * DAY).toISOString().slice(0, 10);
		counts.set(day, (counts.get(day) ?? 0) + 1);
	}
	const bars = [...counts].map(([day, count], index) => {
		const height = count * BAR.unit;
		const place = `x="${index * BAR.width}" y="${BAR.base - height}"`;
		const size = `width="${BAR.width - 4}" height="${height}"`;
		return `<rect ${place} ${size} fill="steelblue"><title>${day}: ${count}</title></rect>`;
	});
	return [
		'<!DOCTYPE html>',
		'<html><head><title>Messages per day</title></head><body><h1>Messages per day</h1>',
		`<svg xmlns="http://www.w3.org/2000/svg" width="${counts.size * BAR.width}" height="${BAR.base}">`,
		...bars,
		'</svg></body></html>',
		'',
	].join('\n');
}
