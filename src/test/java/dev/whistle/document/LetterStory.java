package dev.whistle.document;

import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.procedure.letter.LetterProcess;
import dev.whistle.testing.Desk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.stereotype.Component;

/** The model {@code letter-story.bpmn}: a complaint that writes to the complainant by calling {@code letter}. */
@Component
public class LetterStory {

    public static final String RECEIVED = "2026-09-10T09:40:00+08:00";

    private final ProcessEngine engine;
    private final Desk desk;

    LetterStory(ProcessEngine engine, Desk desk) {
        this.engine = engine;
        this.desk = desk;
    }

    public Deployment deploy() {
        DeploymentBuilder deployment = engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("dev/whistle/document/letter-story.bpmn");
        for (String form : List.of("start", "sign-for", "investigate", "answer")) {
            deployment.addClasspathResource("forms/complaint/complaint." + form + ".form");
        }
        return deployment.deploy();
    }

    public void undeploy(Deployment deployment) {
        engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
    }

    /** A case whose notice of the time limit lies before the lead of the fire brigade. */
    public String withNotice() {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("letter-story")
                .latestVersion()
                .singleResult()
                .getId();
        engine.getIdentityService().setAuthentication("admin", List.of("camunda-admin", "community-wanli-1.officer"));
        String caseNo;
        try {
            caseNo = engine.getFormService()
                    .submitStartForm(definition, ComplaintStory.call(RECEIVED))
                    .getBusinessKey();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
        desk.does("wanli", caseNo, "userTask_signFor", ComplaintStory.signed("dept-fire"));
        return caseNo;
    }

    /** A case whose answer lies before the lead of the fire brigade; its notice is served. */
    public String withAnswer() {
        String caseNo = withNotice();
        signs(caseNo);
        serves(caseNo, false);
        desk.does("fire", caseNo, "userTask_investigate", ComplaintStory.investigated("2026-09-10"));
        desk.does("fire", caseNo, "userTask_answer", ComplaintStory.answered());
        return caseNo;
    }

    public void signs(String caseNo) {
        decides(caseNo, LetterProcess.Decision.SIGNED);
    }

    public void decides(String caseNo, String decision) {
        decides("fire-lead", caseNo, decision);
    }

    public void decides(String lead, String caseNo, String decision) {
        Map<String, Object> form = new HashMap<>(Map.of(LetterProcess.Variables.DECISION, decision));
        form.put(LetterProcess.Variables.REMARK, decision.equals(LetterProcess.Decision.SIGNED) ? null : "请核对处理结果的表述。");
        desk.does(lead, caseNo, LetterProcess.Tasks.SIGN, form);
    }

    public void corrects(String caseNo, String correction) {
        desk.does(
                "fire",
                caseNo,
                LetterProcess.Tasks.CORRECT,
                new HashMap<>(Map.of(LetterProcess.Variables.CORRECTION, correction)));
    }

    public void serves(String caseNo, boolean acknowledged) {
        serves(caseNo, "2026-09-10", acknowledged);
    }

    public void serves(String caseNo, String day, boolean acknowledged) {
        desk.does("fire", caseNo, LetterProcess.Tasks.SERVE, served(day, acknowledged));
    }

    public static Map<String, Object> served(String day, boolean acknowledged) {
        return new HashMap<>(Map.of(
                LetterProcess.Variables.SERVED_HOW,
                "in-person",
                LetterProcess.Variables.SERVED_ON,
                day,
                LetterProcess.Variables.ACKNOWLEDGED,
                acknowledged));
    }
}
