import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import { environmentAt } from '../../scripts/n8n/process';
import { queueSettings } from '../../scripts/n8n/queue';
import { expectEach } from '../support/each';

/** playground/compose.yaml: nobody runs it here, so it is compared with what the queue suite runs. */
interface Service {
	image?: string;
	build?: { context: string; dockerfile_inline: string };
	command?: string;
	environment?: Record<string, string>;
	ports?: string[];
	stop_grace_period?: string;
	depends_on?: unknown;
}

interface Compose {
	services: Record<string, Service>;
	configs: Record<string, { content: string }>;
	volumes: Record<string, unknown>;
}

const ROOT = join(__dirname, '..', '..');
const read = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8');

const { services, configs } = parse(read('playground', 'compose.yaml'), {
	merge: true,
}) as Compose;
const N8N = ['main', 'worker-1', 'worker-2', 'webhook'];
const processes = N8N.map((name) => services[name]);

/** Settings that the suite has no need of: it has no proxy. */
const FOR_THE_PROXY = ['N8N_PROXY_HOPS'];

const { dependencies } = JSON.parse(read('playground', 'package.json')) as {
	dependencies: { n8n: string };
};
const pack = JSON.parse(read('package.json')) as { name: string; files: string[] };

test('has n8n as the queue suite starts it, and what it needs', () => {
	expect(Object.keys(services)).toEqual([...N8N, 'proxy', 'redis', 'postgres']);
	const words = processes.map(({ command }) => command?.split(' ')[0] ?? 'start');
	expect(words).toEqual(['start', 'worker', 'worker', 'webhook']);
});

test('gives every process of n8n the settings of the suite', async () => {
	const wanted = queueSettings({
		redis: { host: 'redis', port: 6379 },
		database: {
			host: 'postgres',
			port: 5432,
			name: 'n8n',
			user: 'n8n',
			password: '${POSTGRES_PASSWORD:?is missing in .env}',
		},
		encryptionKey: '${N8N_ENCRYPTION_KEY:?is missing in .env}',
		webhookUrl: '${N8N_URL:-http://localhost:5678}',
	});
	await expectEach(processes, ({ environment }) => expect(environment).toMatchObject(wanted));
	const known = await environmentAt('folder', 'http://127.0.0.1:5678');
	const others = Object.keys(services.main.environment ?? {}).filter((name) => !(name in wanted));
	await expectEach(others, (name) =>
		expect([...FOR_THE_PROXY, ...Object.keys(known)]).toContain(name),
	);
});

test('gives Redis and PostgreSQL the names that n8n is told', () => {
	const { environment } = services.main;
	expect(services[environment?.QUEUE_BULL_REDIS_HOST ?? '']).toBe(services.redis);
	expect(services[environment?.DB_POSTGRESDB_HOST ?? '']).toBe(services.postgres);
	expect(services.postgres.environment).toEqual({
		POSTGRES_DB: environment?.DB_POSTGRESDB_DATABASE,
		POSTGRES_USER: environment?.DB_POSTGRESDB_USER,
		POSTGRES_PASSWORD: environment?.DB_POSTGRESDB_PASSWORD,
	});
});

test('has the version of n8n that the suites run, and every version to the last digit', async () => {
	const { dockerfile_inline: dockerfile = '' } = services.main.build ?? {};
	const [, base] = /^FROM (\S+)$/m.exec(dockerfile) ?? [];
	expect(base).toBe(`docker.n8n.io/n8nio/n8n:${dependencies.n8n}`);
	await expectEach(processes, ({ image }) =>
		expect(image).toBe(`n8n-chatbot-platforms:${dependencies.n8n}`),
	);
	const images = [base, ...Object.values(services).map(({ image }) => image)];
	// PostgreSQL's versions have two numbers.
	const whole = /^(postgres:\d+\.\d+|(?!postgres:).+:\d+\.\d+\.\d+)(-alpine)?$/;
	await expectEach(images, (image) => expect(image).toMatch(whole));
});

test('has in its image what npm would install of the pack, where n8n looks for it', () => {
	const { context, dockerfile_inline: dockerfile = '' } = services.main.build ?? {};
	expect(context).toBe('..');
	const copies = [...dockerfile.matchAll(/^COPY --chown=node:node (.+) (\S+)$/gm)];
	const folder = `/home/node/.n8n/nodes/node_modules/${pack.name}`;
	expect(copies.map(([, , target]) => target)).toEqual([
		`${folder}/`,
		`${folder}/dist/credentials`,
		`${folder}/dist/nodes`,
	]);
	const copied = copies.flatMap(([, sources]) => sources.split(' '));
	expect(copied.sort()).toEqual(['package.json', ...pack.files].sort());
});

test('lets a process finish what it has begun before it is killed', async () => {
	await expectEach(processes, ({ environment, stop_grace_period: grace = '' }) => {
		expect(grace).toMatch(/^\d+s$/);
		const seconds = Number(environment?.N8N_GRACEFUL_SHUTDOWN_TIMEOUT);
		expect(parseInt(grace, 10)).toBeGreaterThan(seconds);
	});
});

test('is reached through the proxy only, from this machine only', () => {
	const published = Object.entries(services).flatMap(([name, { ports = [] }]) =>
		ports.map((port) => `${name} ${port}`),
	);
	expect(published).toEqual(['proxy 127.0.0.1:5678:5678']);
});

test('sends what services call to the webhook process, and all else to main', () => {
	const lines = configs.caddyfile.content.split('\n').map((line) => line.trim());
	expect(lines).toEqual([
		':5678 {',
		// What n8n's webhook process listens on.
		'@webhooks path /webhook/* /webhook-waiting/* /form/* /form-waiting/* /mcp/*',
		'reverse_proxy @webhooks webhook:5678',
		'reverse_proxy main:5678',
		'}',
		'',
	]);
});

test('is what docs/scaling.md explains: each setting and each service', async () => {
	const page = read('docs', 'scaling.md');
	const names = [...Object.keys(services.main.environment ?? {}), ...Object.keys(services)];
	await expectEach(names, (name) => expect(page).toContain(`\`${name}\``));
});
