import { isFields } from '../../../../sandbox/loose';
import {
	answer,
	bytes,
	errorBody,
	errorText,
	head,
	inHeader,
	inPath,
	type Exchange,
} from '../exchange';
import { REFUSAL, UNKNOWN, type Fault } from './fault';

/** As long as what is shown of an answer, but for a part of a secret. */
const BEFORE_THE_CUT = 'This is why it was not done. '.repeat(10).slice(0, 278);

/** A good answer whose texts repeat what the service knows. */
function withEcho({ good, echo }: Exchange): string {
	const walk = (value: unknown): unknown => {
		if (typeof value === 'string') return `${value} ${echo}`;
		if (Array.isArray(value)) return value.map(walk);
		if (!isFields(value)) return value;
		return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
	};
	try {
		return JSON.stringify(walk(JSON.parse(good.text)));
	} catch {
		return `${good.text} ${echo}`;
	}
}

/** Where a service may repeat what it knows of an account. */
export const PLACES: Fault[] = [
	{ name: 'in an error', serve: answer(400), ...REFUSAL },
	{ name: 'in an error 401', serve: answer(401), ...REFUSAL },
	{ name: 'in an error 500', serve: answer(500), ...UNKNOWN },
	{
		name: 'in an error, where it is cut',
		serve: answer(400, ({ echo }) => JSON.stringify({ message: `${BEFORE_THE_CUT}${echo}` })),
		...REFUSAL,
	},
	{
		name: 'in the names of an error',
		serve: answer(422, ({ echo }) => JSON.stringify({ errors: { [echo]: ['is not known'] } })),
		...REFUSAL,
	},
	{
		name: 'in the headers of an error',
		serve: answer(403, errorBody, ({ echo }) => ({
			'www-authenticate': `Bearer realm="${inHeader(echo)}"`,
			'x-request': inHeader(echo),
		})),
		...REFUSAL,
	},
	{
		name: 'in the reason of a status',
		serve: bytes(({ echo }) => head(`400 ${inHeader(echo)}`, 'content-length: 2') + '{}'),
		...REFUSAL,
	},
	{
		name: 'in a text',
		serve: errorText,
		...UNKNOWN,
		whole: true,
	},
	{
		name: 'in JSON that is not asked for',
		serve: answer(200, ({ echo }) => JSON.stringify({ request: { headers: [echo] } })),
		...UNKNOWN,
		whole: true,
	},
	{
		name: 'in a redirect to another host',
		serve: answer(
			307,
			() => '',
			({ elsewhere, echo }) => ({ location: `${elsewhere}/${inPath(echo)}?${inHeader(echo)}` }),
		),
		...UNKNOWN,
	},
	{
		name: 'in what is no HTTP',
		serve: bytes(({ echo }) => `${echo}\r\n\r\n`),
		...UNKNOWN,
	},
];

/** In good data: only of a service whose address has the secret, so that an answer may repeat it. */
export const IN_DATA: Fault = {
	name: 'in good data',
	serve: answer(200, withEcho),
	effect: 'done',
	data: 'some',
};
