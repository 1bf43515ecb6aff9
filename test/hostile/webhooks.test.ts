import fc from 'fast-check';
import { cloneDeep, isEqual, set, unset } from 'lodash';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeParameters } from 'n8n-workflow';
import { parse } from 'yaml';

import { accounts } from '../../engine/credentials';
import { outputOf } from '../support/chatBotComWebhook';
import { receive, type Received, type Setup } from '../support/contexts';
import { WEBHOOK_ID } from '../support/koreAiEvents';
import { BOT } from '../support/koreAi';
import { expectNoFindings, inLine, type Offender } from '../support/hostile/describe';
import { anyValue } from '../support/hostile/values';
import { SEED, WHOLE } from '../support/seeded';

const URL = 'http://127.0.0.1:1';
const RUNS = WHOLE ? 3000 : 150;
const SECRET = 'a-secret-of-ours';

const contractOf = (vendor: string) =>
	parse(
		readFileSync(join(__dirname, '..', '..', 'contracts', `${vendor}.openapi.yaml`), 'utf8'),
	) as Record<'webhooks', Record<string, { post: { requestBody: { content: Content } } }>>;

type Content = Record<string, { example?: object; examples?: Record<string, { value: object }> }>;

/** The vendors' own samples of the bodies that they send. */
function samplesOf(vendor: string): object[] {
	const [webhook] = Object.values(contractOf(vendor).webhooks);
	const { example, examples = {} } = webhook.post.requestBody.content['application/json'];
	return [...(example ? [example] : []), ...Object.values(examples).map(({ value }) => value)];
}

const [{ payload }] = samplesOf('naxon') as Array<{ payload: { keyword: string } }>;
const KEYWORD = payload.keyword;

const pathsIn = (value: unknown, path: string[] = []): string[][] =>
	typeof value === 'object' && value !== null
		? Object.entries(value).flatMap(([name, inner]) => [
				[...path, name],
				...pathsIn(inner, [...path, name]),
			])
		: [];

/** As JSON carries it: what it cannot is nothing. */
const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null');

const wireValue = anyValue(URL).map(overTheWire);

/** A sample in which something is another value, is gone, or has more beside it; or any value at all. */
const bodies = (samples: object[]): fc.Arbitrary<unknown> => {
	const changed = fc.constantFrom(...samples).chain((sample) =>
		fc
			.tuple(fc.constantFrom(...pathsIn(sample)), wireValue, fc.constantFrom('set', 'gone', 'more'))
			.map(([path, value, how]) => {
				const body = cloneDeep(sample);
				if (how === 'gone') unset(body, path);
				else set(body, how === 'set' ? path : [...path.slice(0, -1), 'more'], value);
				return body;
			}),
	);
	return fc.oneof({ weight: 4, arbitrary: changed }, { weight: 1, arbitrary: wireValue });
};

/** Text in a header, as HTTP lets it through. */
const headerText = anyValue(URL)
	.map((value) => (typeof value === 'string' ? value : (JSON.stringify(overTheWire(value)) ?? '')))
	.map((text) => text.replaceAll(/[^\x20-\x7e\x80-\xff]/g, '').slice(0, 4000));

interface Trigger {
	name: string;
	setup: (parameters: INodeParameters) => Setup;
	samples: object[];
	/** Settings to try. */
	settings: INodeParameters[];
	/** What a good call has beside its body. */
	good: Received;
	/** The part of the body that starts the workflow. */
	payloadOf: (body: never) => unknown;
}

const credentials = accounts(URL);
const naxonCredential = { ...credentials.naxonApi, webhookSecret: SECRET };
const token = createHmac('sha256', String(credentials.chatBotComApi.accessToken))
	.update('n8n webhook test node')
	.digest('hex');

const setupOf =
	(node: string, own: Setup['credentials']) =>
	(parameters: INodeParameters): Setup => ({
		node,
		parameters: { simplify: false, ...parameters },
		credentials: own,
		active: true,
	});

const triggers: Trigger[] = [
	{
		name: 'naxon-webhook',
		setup: setupOf('naxonTrigger', { naxonApi: naxonCredential }),
		samples: samplesOf('naxon'),
		settings: [
			{},
			{ simplify: true },
			{ keywordMatch: 'pattern', keyword: '.*' },
			{ keywordMatch: 'caseInsensitive', keyword: KEYWORD.toUpperCase() },
			{ verify: 'header' },
			{ verify: 'query', parameterName: 'secret' },
		],
		good: { headers: { 'x-webhook-secret': SECRET }, query: { secret: SECRET } },
		payloadOf: ({ payload }: { payload: unknown }) => payload,
	},
	{
		name: 'chatbot-com-webhook',
		setup: setupOf('chatBotComTrigger', { chatBotComApi: credentials.chatBotComApi }),
		samples: samplesOf('chatbot-com'),
		settings: [{}, { simplify: true }],
		good: { query: { token } },
		payloadOf: (body: unknown) => body,
	},
	{
		name: 'kore-ai-webhook',
		setup: (parameters) => ({
			...setupOf('koreAiEventTrigger', { koreAiApi: credentials.koreAiApi })(parameters),
			webhookId: WEBHOOK_ID,
		}),
		samples: samplesOf('kore-ai'),
		settings: [
			{ event: ['onHook'] },
			{ event: ['onHook'], simplify: true },
			{ event: ['onHook'], hookAnswer: 'later' },
		],
		good: {
			headers: { apikey: String(credentials.koreAiApi.clientSecret) },
			params: { [WEBHOOK_ID]: BOT, eventName: 'on_webhook' },
		},
		payloadOf: (payload: unknown) => ({ eventName: 'on_webhook', botId: BOT, payload }),
	},
];

const STATUSES = [200, 202, 400, 401];

/** Calls a webhook; answers what is wrong with what came. */
async function judge(
	{ setup, payloadOf }: Trigger,
	parameters: INodeParameters,
	call: Received,
	isAllowed: boolean,
): Promise<Array<Pick<Offender, 'fault' | 'what'>>> {
	let came: Awaited<ReturnType<typeof receive>>;
	try {
		came = await receive(setup(parameters), call);
	} catch (thrown) {
		return [{ fault: 'crashed', what: String(thrown) }];
	}
	const { answer, run } = came;
	if (answer && !STATUSES.includes(answer.status!)) {
		return [{ fault: 'crashed', what: `status ${answer.status}` }];
	}
	if (!isAllowed && answer?.status !== 401) return [{ fault: 'other path', what: 'it was let in' }];
	if (!run) return [];
	if (run.data.resultData.error) return [{ fault: 'crashed', what: 'the workflow failed' }];
	const [json] = outputOf(run);
	const wanted = payloadOf(call.body as never);
	const isSame = parameters.simplify === true || isEqual(json, wanted);
	return isSame ? [] : [{ fault: 'altered', what: inLine(json) }];
}

describe.each(triggers)('$name', (trigger) => {
	const { name, samples, settings, good } = trigger;

	test('a good call starts the workflow with what it carries', async () => {
		for (const body of samples) {
			for (const parameters of settings) {
				expect(await judge(trigger, parameters, { ...good, body }, true)).toEqual([]);
				const { run } = await receive(trigger.setup(parameters), { ...good, body });
				expect(outputOf(run!)).toHaveLength(1);
			}
		}
	});

	test('no body, header or query makes it crash, lets a call in or becomes another one', async () => {
		const bodyCases = fc
			.sample(fc.tuple(bodies(samples), fc.constantFrom(...settings)), {
				seed: SEED,
				numRuns: RUNS,
			})
			.map(([body, parameters]) => ({ parameters, call: { ...good, body }, isAllowed: true }));
		const locked = settings.filter(({ verify }) => verify !== undefined);
		const checked = locked.length > 0 ? locked : settings;
		const names = [
			'x-webhook-secret',
			'secret',
			'token',
			'content-type',
			'__proto__',
			'constructor',
		];
		const texts = fc.tuple(fc.constantFrom(...names), headerText, fc.constantFrom(...checked));
		const headerCases = fc
			.sample(texts, { seed: SEED, numRuns: RUNS })
			.filter(([, text]) => ![SECRET, token].includes(text.trim()))
			.map(([header, text, parameters]) => {
				const given = Object.fromEntries([[header, text]]);
				const { params } = good;
				const call = { body: samples[0], headers: given, query: given, params };
				return { parameters, call, isAllowed: false };
			});
		const offenders: Offender[] = [];
		const cases = [...bodyCases, ...headerCases];
		for (const { parameters, call, isAllowed } of cases) {
			const findings = await judge(trigger, parameters, call, isAllowed);
			const where = `${name} ${JSON.stringify(parameters)}`;
			offenders.push(...findings.map((one) => ({ ...one, where, value: inLine(call) })));
		}
		expectNoFindings(name, cases.length, offenders);
	});
});
