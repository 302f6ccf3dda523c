package dev.whistle.gate;

import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** All rules, for models, tables and forms, asked of one bundle. */
@Component
class Rules {

    private final List<ModelRule> ofModels;
    private final TableRules ofTables;
    private final FormRules ofForms;

    Rules(List<ModelRule> ofModels, TableRules ofTables, FormRules ofForms) {
        this.ofModels = ofModels;
        this.ofTables = ofTables;
        this.ofForms = ofForms;
    }

    /** Everything that a bundle keeps to. */
    void check(Surroundings around, Report report) {
        Contents contents = around.contents();
        contents.bundle()
                .files()
                .keySet()
                .forEach(file -> around.otherOwnerOfFile(file)
                        .ifPresent(it -> report.about(file).file("file.taken", it)));
        checkModels(around, rule -> true, report);
        contents.tables().forEach((file, table) -> ofTables.check(file, table, around, report.about(file)));
        contents.forms().forEach((file, form) -> ofForms.check(file, form, around, report.about(file)));
        ofForms.checkTogether(contents.forms(), report);
        ofForms.checkNames(contents.forms(), report);
    }

    /** What a bundle keeps to that other bundles can spoil for it. */
    void checkWhatOthersGive(Surroundings around, Report report) {
        checkModels(around, ModelRule::looksAround, report);
    }

    private void checkModels(Surroundings around, Predicate<ModelRule> wanted, Report report) {
        around.contents().models().forEach((file, read) -> {
            Model model = new Model(file, read, around);
            ofModels.stream().filter(wanted).forEach(it -> it.check(model, report.about(file)));
        });
    }
}
