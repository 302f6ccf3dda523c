package dev.whistle.engine;

import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.testing.Desk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.stereotype.Component;

/** The model {@code case-events.bpmn}: a complaint that can be withdrawn while a letter of it is under way. */
@Component
public class CaseEventStory {

    public static final String WITHDRAWN = "case-events.withdrawn";
    public static final String SUPPLIED = "case-events.evidence-supplied";
    public static final String BROKEN = "case-events.broken";

    private final ProcessEngine engine;
    private final Desk desk;

    CaseEventStory(ProcessEngine engine, Desk desk) {
        this.engine = engine;
        this.desk = desk;
    }

    public Deployment deploy() {
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        for (String file : List.of("case-events.bpmn", "case-events.withdraw.form")) {
            deployment.addInputStream(file, getClass().getResourceAsStream(file)); // bare names, as in a bundle
        }
        for (String form : List.of("start", "sign-for", "investigate")) {
            deployment.addClasspathResource("forms/complaint/complaint." + form + ".form");
        }
        return deployment.deploy();
    }

    public void undeploy(Deployment deployment) {
        engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
    }

    /** A case that a community has taken up and its street is to sign for. */
    public String takenUp(String receivedAt) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("case-events")
                .latestVersion()
                .singleResult()
                .getId();
        engine.getIdentityService().setAuthentication("admin", List.of("camunda-admin", "community-wanli-1.officer"));
        try {
            return engine.getFormService()
                    .submitStartForm(definition, ComplaintStory.call(receivedAt))
                    .getBusinessKey();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** A case whose notice lies before the lead of the fire brigade. */
    public String withDraft(String receivedAt) {
        String caseNo = takenUp(receivedAt);
        desk.does("wanli", caseNo, "userTask_signFor", ComplaintStory.signed("dept-fire"));
        return caseNo;
    }

    /** A case whose notice is signed and waits to be handed over. */
    public String withSignedLetter(String receivedAt) {
        String caseNo = withDraft(receivedAt);
        desk.does("fire-lead", caseNo, "userTask_signLetter", new HashMap<>(Map.of("decision", "signed")));
        return caseNo;
    }

    /** A case that the fire brigade looks into; its notice is served. */
    public String underInvestigation(String receivedAt, String servedOn) {
        String caseNo = withSignedLetter(receivedAt);
        desk.does(
                "fire",
                caseNo,
                "userTask_serveLetter",
                new HashMap<>(Map.of("servedHow", "in-person", "servedOn", servedOn, "acknowledged", false)));
        return caseNo;
    }
}
