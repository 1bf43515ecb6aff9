import { upperFirst } from 'lodash';
import type { TriggerPanelDefinition } from 'n8n-workflow';

/** What the panel of a trigger says before anything has come. Sentences in HTML, as n8n shows them. */
interface Panel {
	header: string;
	/** How to see an event while the workflow is being built. */
	test: string;
	/** How events come once it is published. */
	published: string;
}

/** The panel of a trigger in place of n8n's own sentences, which do not know the service. */
export const panelOf = ({ header, test, published }: Panel): TriggerPanelDefinition => ({
	header,
	executionsHelp: {
		inactive: `<b>While you build the workflow</b>: ${test}<br /><br /><b>Once it is published</b>: ${published} Its executions stand in the <a data-key="executions">list of executions</a>.`,
		active: `<b>The workflow is published</b>: ${published} Its executions stand in the <a data-key="executions">list of executions</a>.<br /><br /><b>To try something</b>: ${test}`,
	},
	activationHint: {
		inactive: `Once the workflow is published, ${published}`,
		active: upperFirst(published),
	},
});

/** The panel of a trigger that polls, about the `events` of a service. */
export const pollingPanel = (events: string): TriggerPanelDefinition =>
	panelOf({
		header: `Look for ${events}`,
		test: "'Fetch Test Event' gives the latest event of the last seven days. It changes nothing at the service, nor for the published workflow.",
		published: "the node looks at each of the 'Poll Times' and starts the workflow on what is new.",
	});
