import type { INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';

const namesOf = (options: INodePropertyOptions[]) => options.map(({ name }) => name).join(', ');

/** What a node offers in the editor, as Markdown: a line per resource with its operations, or one with a trigger's events. */
export function offeredBy({ displayName, group, properties }: INodeTypeDescription): string {
	const optionsOf = (field: string, resource?: INodePropertyOptions['value']) =>
		properties
			.filter(({ name }) => name === field)
			.filter(
				({ displayOptions }) => !resource || displayOptions?.show?.resource?.includes(resource),
			)
			.flatMap(({ options = [] }) => options as INodePropertyOptions[]);
	const lines = group.includes('trigger')
		? [`- Starts on: ${namesOf(optionsOf('event'))}`]
		: optionsOf('resource').map(
				({ name, value }) => `- ${name}: ${namesOf(optionsOf('operation', value))}`,
			);
	return [`**${displayName}**`, '', ...lines].join('\n');
}
