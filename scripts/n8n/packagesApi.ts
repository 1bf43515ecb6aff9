import type { AxiosInstance } from 'axios';
import { PATIENCE_MS } from './patience';

const PATH = '/community-packages';
/** npm runs several times for one package. */
const timeout = PATIENCE_MS;

/** Packages of nodes, as the editor's settings install them. */
export class PackagesApi {
	constructor(private readonly http: AxiosInstance) {}

	/** The latest version, if none is given. */
	async install(name: string, version?: string): Promise<void> {
		await this.http.post(PATH, { name, version }, { timeout });
	}

	/** Puts another version of an installed package in its place. */
	async update(name: string, version: string): Promise<void> {
		await this.http.patch(PATH, { name, version }, { timeout });
	}

	async uninstall(name: string): Promise<void> {
		await this.http.delete(PATH, { params: { name }, timeout });
	}

	/** Those that are installed, by name: the version of each. */
	async installed(): Promise<Record<string, string>> {
		const { data } = await this.http.get<{
			data: Array<{ packageName: string; installedVersion: string }>;
		}>(PATH);
		const entries = data.data.map(({ packageName, installedVersion }) => [
			packageName,
			installedVersion,
		]);
		return Object.fromEntries(entries) as Record<string, string>;
	}
}
