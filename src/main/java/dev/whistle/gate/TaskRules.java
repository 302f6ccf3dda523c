package dev.whistle.gate;

import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody gets every task, and everything that is asked for is asked by a form of the bundle. */
@Component
class TaskRules implements ModelRule {

    @Override
    public void check(Model model, Report.About report) {
        model.all(UserTask.class).forEach(task -> {
            String groups = task.getCamundaCandidateGroups();
            if (groups == null || groups.isBlank()) {
                report.element(task.getId(), "task.candidates");
            }
            if (task.getCamundaFormRef() == null) {
                report.element(task.getId(), "form.none");
            }
            checkForm(model, task.getId(), task.getCamundaFormRef(), task.getCamundaFormRefBinding(), report);
        });
        model.all(StartEvent.class)
                .forEach(it ->
                        checkForm(model, it.getId(), it.getCamundaFormRef(), it.getCamundaFormRefBinding(), report));
    }

    private static void checkForm(
            Model model, String where, @Nullable String form, @Nullable String binding, Report.About report) {
        if (form == null) {
            return;
        }
        if (!model.around().contents().hasForm(form)) {
            report.element(where, "form.missing", form);
        }
        if (!"deployment".equals(binding)) {
            report.element(where, "form.binding");
        }
    }
}
