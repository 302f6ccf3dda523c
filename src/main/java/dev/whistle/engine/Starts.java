package dev.whistle.engine;

import dev.whistle.casefile.Submissions;
import dev.whistle.engine.FormContract.Accepted;
import dev.whistle.engine.ReferenceList.Asker;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts procedures for programs that came by our own interface: by the start form, as officers do. */
@Component
public class Starts {

    private final ProcessEngine engine;
    private final RepositoryService repository;
    private final Unrestricted unrestricted;
    private final FormSchemas schemas;
    private final FormContract contract;
    private final FirstValues first;
    private final Submissions submissions;
    private final CurrentOfficer current;

    Starts(
            @Lazy ProcessEngine engine,
            @Lazy RepositoryService repository,
            Unrestricted unrestricted,
            FormSchemas schemas,
            FormContract contract,
            FirstValues first,
            Submissions submissions,
            CurrentOfficer current) {
        this.engine = engine;
        this.repository = repository;
        this.unrestricted = unrestricted;
        this.schemas = schemas;
        this.contract = contract;
        this.first = first;
        this.submissions = submissions;
        this.current = current;
    }

    /**
     * The start form of a process in its newest version, for the officer who is asking.
     *
     * @param process process id, e.g. {@code complaint}
     */
    public StartForm form(String process) {
        return unrestricted.run(() -> {
            ProcessDefinition newest = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .latestVersion()
                    .singleResult();
            CommandContext context = Context.getCommandContext();
            FormSchema schema = schemas.ofStart(deployed(newest, context), context)
                    .map(FormSchema::of)
                    .orElseThrow(() -> new IllegalStateException(process + " has no start form"));
            return new StartForm(newest.getId(), schema, contract, contract.answers(schema, asker()), first);
        });
    }

    /**
     * Starts the process that a form belongs to. The caller needs the right to start it.
     *
     * @param entered values by key; what is empty is there with null
     * @return the case number of the started case
     * @throws Problem naming every field that is not right
     */
    @Transactional
    public String start(StartForm form, Map<String, @Nullable Object> entered) {
        Accepted accepted = form.accept(entered);
        submissions.hold(accepted.submission());
        return ((ContractRuntimeService) engine.getRuntimeService())
                .startChecked(form.definition(), accepted.variables())
                .getBusinessKey();
    }

    private static ProcessDefinitionEntity deployed(ProcessDefinition newest, CommandContext context) {
        return context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(newest.getId());
    }

    private Asker asker() {
        return new Asker(current.get().orElseThrow(() -> new Problem(Kind.FORBIDDEN, "case.nobody")), null);
    }
}
