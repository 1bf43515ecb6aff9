import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { accounts } from '../../engine/credentials';
import { byId } from '../../engine/jobs';
import { HTTP_REQUEST, PACK, httpRequest } from '../ways';
import type { Contestant, Place, Workload } from '../workload';

/** What happens between two polls. */
const NEW_CHATS = 10;
const FINISHED = 500;

/** A bot with so many chats, lists or campaigns. */
const botOf = ({ size }: Place) => `00000000-0000-4000-8000-${String(size).padStart(12, '0')}`;

/** Lets something happen at the service; it is not counted among the requests. */
async function happen({ url }: Place, count: number): Promise<void> {
	const headers = { Connection: 'close' };
	await fetch(`${url}/news`, { method: 'POST', body: JSON.stringify({ count }), headers });
}

/** Polls until all that happened has come, at most. */
const MOST_POLLS = 40;

/** A trigger of ours that has been published for some polls, and polls until what happens then has come, once at least. */
const trigger =
	(
		node: string,
		credential: string,
		parameters: (place: Place) => INodeParameters,
		news: number,
		polls: number,
	): Contestant =>
	async (place) => {
		const { polling } = await import('../../engine/pollNode.js');
		const { [credential]: account } = accounts(place.url);
		const token = { oauthTokenData: { access_token: 'bench-token', token_type: 'Bearer' } };
		const credentials = { [credential]: { ...account, ...token } };
		const poll = polling({ node, parameters: parameters(place), credentials });
		// What happened while it was warmed up.
		await happen(place, 0);
		for (let before = 0; before < polls; before++) await poll();
		return async () => {
			if (news > 0) await happen(place, news);
			let came = (await poll()).length;
			for (let polls = 1; came < news && polls < MOST_POLLS; polls++) came += (await poll()).length;
			return came;
		};
	};

const listing = (page: string) => ({
	pagination: {
		pagination: {
			paginationMode: 'updateAParameterInEachRequest',
			parameters: { parameters: [{ type: 'qs', name: page, value: '={{ $pageCount + 1 }}' }] },
			paginationCompleteWhen: 'other',
			completeExpression: '={{ $response.body.meta.is_last_page }}',
			limitPagesFetched: false,
			requestInterval: 0,
		},
	},
});

/** The HTTP Request node lists all chats; which of them are new is counted beside it. */
const allChats =
	(news: number): Contestant =>
	(place) => {
		const parameters: INodeParameters = {
			url: `${place.url}/koda/v1/bots/${botOf(place)}/inbox`,
			options: listing('page'),
		};
		const run = httpRequest({ url: place.url, credential: 'kodaOAuth2Api', parameters });
		return async () => {
			const since = Math.floor(Date.now() / 1000);
			if (news > 0) await happen(place, news);
			const pages = (await run()).json;
			const chats = pages.flatMap(({ response }) => response as IDataObject[]);
			const dates = chats.map(({ last_inbox_message: last }) => (last as IDataObject).date);
			return dates.filter((date) => Number(date) >= since).length;
		};
	};

const inbox = (name: string, what: string, news: number): Workload => ({
	name,
	what: `${what} The service lists 20 chats a page, the newest first, and takes 20 ms. KODA Trigger was published before, and has read all once. The HTTP Request node lists all chats by its own pagination, and has no messages yet.`,
	behaviour: { latency: 20 },
	sizes: [100, 1_000, 10_000, 50_000],
	unit: 'chats',
	expected: () => news,
	rounds: 2,
	ways: {
		[PACK]: trigger(
			'kodaTrigger',
			'kodaOAuth2Api',
			(place) => ({ event: 'newChatMessage', bot: byId(botOf(place)) }),
			news,
			2,
		),
		[HTTP_REQUEST]: allChats(news),
	},
});

/** The HTTP Request node reads all lists, or campaigns page by page; what is new is counted beside it. */
const allCalls: Contestant = (place) => {
	const { url, size } = place;
	const items = Array.from({ length: size }, () => ({ json: {} }));
	const parameters = {
		url: `=${url}/koda/v1/bots/${botOf(place)}/call-lists/list-{{ $itemIndex }}`,
	};
	const run = httpRequest({ url, credential: 'kodaOAuth2Api', parameters, items });
	return async () => {
		const since = new Date().toISOString().slice(0, 19).replace('T', ' ');
		await happen(place, FINISHED);
		const lists = (await run()).json.map(({ response }) => response as IDataObject);
		const calls = lists.flatMap((list) => list.calls as IDataObject[]);
		return calls.filter(({ finish_calling: at }) => at !== undefined && String(at) >= since).length;
	};
};

const campaign: Workload = {
	name: 'W10 running campaign',
	what: `50,000 calls in so many lists, of which ${FINISHED} have ended since the last poll: Call Finished of KODA Trigger, and Contact Called of Kore.ai Trigger, whose contacts come 100 a page; the service takes 20 ms. A poll reads 100 lists of KODA, or 30 pages of Kore.ai, beside the list of lists. So all ${FINISHED} come with one poll at KODA, with five at 500 lists, and at Kore.ai with up to 17, here 7, 17 and 17; what is measured is all of these together. The HTTP Request node reads the calls of all of KODA's lists once, whose IDs it is given.`,
	behaviour: { latency: 20 },
	sizes: [1, 50, 500],
	unit: 'lists',
	expected: () => FINISHED,
	warmUp: 1,
	rounds: 2,
	ways: {
		[PACK]: trigger(
			'kodaTrigger',
			'kodaOAuth2Api',
			(place) => ({ event: 'callFinished', bot: byId(botOf(place)) }),
			FINISHED,
			// Each list is read once more after the first poll.
			6,
		),
		[HTTP_REQUEST]: allCalls,
		[`${PACK}, Kore.ai`]: trigger(
			'koreAiTrigger',
			'koreAiApi',
			(place) => ({ event: 'contactCalled', bot: byId(`st-${botOf(place)}`) }),
			FINISHED,
			// The first round, in which what was called is old.
			17,
		),
	},
};

export const polls = [
	inbox('W9 quiet inbox', 'One poll in which nothing is new.', 0),
	inbox('W9 ten new', `One poll when ${NEW_CHATS} chats have a new message.`, NEW_CHATS),
	campaign,
];
