// What Camunda Modeler and Tasklist do when they open a file. Each answers with all that they warn of; a file that
// cannot be opened at all is an error, whose words are answered likewise.
(() => {
  const container = () => document.body.appendChild(document.createElement('div'));

  const told = async (importing) => {
    try {
      return (await importing()).map(({ message, error }) => message ?? error?.message ?? 'a warning without words');
    } catch ({ message, warnings = [] }) {
      return [message, ...warnings.map((warning) => warning.message)];
    }
  };

  window.imports = {
    async model(xml, camunda) {
      const viewer = new BpmnJS({ container: container(), moddleExtensions: { camunda } });
      return told(async () => (await viewer.importXML(xml)).warnings).finally(() => viewer.destroy());
    },

    // Importing draws only the first of the views, which must not be opened twice.
    async table(xml, camunda) {
      const viewer = new DmnJS({ container: container(), moddleExtensions: { camunda } });
      return told(async () => {
        const { warnings } = await viewer.importXML(xml);
        const first = viewer.getActiveView();
        for (const view of viewer.getViews().filter((it) => it !== first)) {
          warnings.push(...(await viewer.open(view)).warnings);
        }
        return warnings;
      }).finally(() => viewer.destroy());
    },

    async form(schema) {
      const form = new FormViewer.Form({ container: container() });
      return told(async () => (await form.importSchema(JSON.parse(schema))).warnings).finally(() => form.destroy());
    },
  };
})();
