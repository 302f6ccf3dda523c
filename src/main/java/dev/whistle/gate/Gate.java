package dev.whistle.gate;

import dev.whistle.engine.Bundle;
import dev.whistle.engine.DeployedBundles;
import dev.whistle.engine.DeploymentGate;
import dev.whistle.problem.FieldError;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** All rules for what is deployed, in one place: the engine asks them on every deployment, and the build for our own models. */
@Component
@EnableConfigurationProperties(GateSettings.class)
class Gate implements DeploymentGate {

    private final List<ModelRule> rules;
    private final TableRules tables;
    private final FormRules forms;
    private final Palette palette;
    private final DeployedBundles deployed;
    private final GateSettings settings;

    Gate(
            List<ModelRule> rules,
            TableRules tables,
            FormRules forms,
            Palette palette,
            DeployedBundles deployed,
            GateSettings settings) {
        this.rules = rules;
        this.tables = tables;
        this.forms = forms;
        this.palette = palette;
        this.deployed = deployed;
        this.settings = settings;
    }

    @Override
    public List<FieldError> findings(Bundle bundle) {
        Report report = new Report();
        Contents contents = Contents.of(bundle, settings.maxFile().toBytes(), report);
        Surroundings around = new Surroundings(contents, deployed, palette);
        bundle.files()
                .keySet()
                .forEach(file -> around.otherOwnerOfFile(file)
                        .ifPresent(it -> report.about(file).file("file.taken", it)));
        contents.models().forEach((file, read) -> {
            Model model = new Model(file, read, around);
            rules.forEach(it -> it.check(model, report.about(file)));
        });
        contents.tables().forEach((file, table) -> tables.check(file, table, around, report.about(file)));
        contents.forms().forEach((file, form) -> forms.check(file, form, around, report.about(file)));
        forms.checkTogether(contents.forms(), report);
        return report.findings();
    }
}
