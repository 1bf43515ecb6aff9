/** A help center whose articles change, and its RSS feed: what a knowledge base is kept up to date with. No vendor. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readBody } from './body';

/** Body of `POST /__sandbox/articles`: the articles that there are from now on. */
const articlesSchema = z
	.object({
		articles: z.array(z.object({ id: z.string(), title: z.string(), html: z.string() }).strict()),
	})
	.strict();

export type Article = z.output<typeof articlesSchema>['articles'][number];

const TOPICS = {
	'opening-hours': ['When we are open', 'Monday to Friday, 9 to 17 o’clock.'],
	returns: ['Sending something back', 'You have 30 days. The label is in your account.'],
	delivery: ['How long delivery takes', 'Two working days within the country, five abroad.'],
	invoices: ['Getting an invoice', 'It comes by e-mail &amp; is in your account, too.'],
	passwords: ['A new password', 'Choose <em>Forgot password</em> when you sign in.'],
};

/** What the help center starts with. */
export const articles = (): Article[] =>
	Object.entries(TOPICS).map(([id, [title, text]]) => ({
		id,
		title,
		html: `<h2>${title}</h2><p>${text}</p>`,
	}));

const escaped = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const itemOf = ({ id, title, html }: Article) => `<item>
<guid isPermaLink="false">${escaped(id)}</guid>
<title>${escaped(title)}</title>
<link>https://help.example.com/${encodeURIComponent(id)}</link>
<description>${escaped(html)}</description>
</item>`;

const feedOf = (all: Article[]) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel>
<title>Help center</title>
<link>https://help.example.com</link>
<description>Answers to what customers ask</description>
${all.map(itemOf).join('\n')}
</channel></rss>`;

/** Registers `/help/feed.xml`, and `POST /__sandbox/articles`, which replaces the articles that `shelf` holds. */
export function mountHelpCenter(app: FastifyInstance, shelf: { articles: Article[] }): void {
	app.get('/help/feed.xml', async (_request, reply) => {
		reply.type('application/rss+xml; charset=utf-8');
		return feedOf(shelf.articles);
	});
	app.post('/__sandbox/articles', async (request) => {
		const { value } = await readBody(request);
		shelf.articles = articlesSchema.parse(value ?? {}).articles;
		return { ok: true };
	});
}
