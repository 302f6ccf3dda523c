package dev.whistle.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whistle.casefile.Attachments;
import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.CaseLink;
import dev.whistle.casefile.CaseLinks;
import dev.whistle.casefile.Cases;
import dev.whistle.casefile.Particular;
import dev.whistle.casefile.Particulars;
import dev.whistle.demo.Entries.Known;
import dev.whistle.demo.Story.Rung;
import dev.whistle.engine.CaseEvents;
import dev.whistle.engine.OnBehalf;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Does what an officer does in Tasklist, as an officer whose task it is: by the form he or she is served. */
@Component("demoDesk")
@ConditionalOnBooleanProperty("whistle.demo")
class Desk {

    private static final String WITHDRAWN = "complaint.withdrawn";
    private static final String RECTIFY = "userTask_rectify";
    private static final String PACKAGE = "userTask_package";

    /** What is put on the case before the package of a penalty is made up (JJ.A3.3.3). */
    private static final Map<String, String> PAPERS =
            new TreeMap<>(Map.of("现场检查记录.txt", "现场检查记录（演示数据）：违法事实清楚，当事人在场。", "询问笔录.txt", "询问笔录（演示数据）：当事人承认上述事实。"));

    private final TaskService tasks;
    private final FormService forms;
    private final RuntimeService runtime;
    private final IdentityService identities;
    private final OnBehalf onBehalf;
    private final Cases cases;
    private final CaseLinks links;
    private final Particulars particulars;
    private final Attachments files;
    private final CaseEvents events;
    private final ObjectMapper json;
    private final Clock clock;
    private final Map<String, Optional<String>> members = new ConcurrentHashMap<>();

    Desk(
            TaskService tasks,
            FormService forms,
            RuntimeService runtime,
            IdentityService identities,
            OnBehalf onBehalf,
            Cases cases,
            CaseLinks links,
            Particulars particulars,
            Attachments files,
            CaseEvents events,
            ObjectMapper json,
            Clock clock) {
        this.tasks = tasks;
        this.forms = forms;
        this.runtime = runtime;
        this.identities = identities;
        this.onBehalf = onBehalf;
        this.cases = cases;
        this.links = links;
        this.particulars = particulars;
        this.files = files;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /** What is to be done in a case now. */
    List<Task> open(String caseNo) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseNo).list();
    }

    /** Does a task, unless it is gone by now. */
    void does(String taskId, String caseNo, Story story) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task != null) {
            String kind = particulars
                    .find(caseNo, "matterKind")
                    .map(Particular::value)
                    .orElse(null);
            Known known = new Known(kind, known(task, "suggestedCategory"), rung(task));
            onBehalf.of(officerFor(task), () -> {
                if (task.getTaskDefinitionKey().equals(PACKAGE)) {
                    PAPERS.forEach((name, text) -> files.add(caseNo, name, text.getBytes(StandardCharsets.UTF_8)));
                }
                ServedForm form = served(task);
                Entries entries = new Entries(story, cases.get(caseNo), known, LocalDate.now(clock), form);
                handIn(task, form.only(entries.of(task.getTaskDefinitionKey())));
                return task;
            });
        }
    }

    /** Whether nobody will do it, whatever the ladder says. */
    boolean leaves(Task task, Story story) {
        return task.getTaskDefinitionKey().equals(RECTIFY)
                && Optional.ofNullable(rung(task))
                        .filter(it -> !story.reports(it))
                        .isPresent();
    }

    /** Cases that this one has given rise to. */
    List<String> causedBy(String caseNo) {
        return links.of(caseNo).stream()
                .filter(it -> it.relation() == CaseLink.Relation.CAUSES)
                .map(CaseLink::caseNo)
                .toList();
    }

    private @Nullable Rung rung(Task task) {
        String measure = known(task, "measure");
        return measure == null || measure.equals("accountability") ? null : Rung.of(measure);
    }

    private void handIn(Task task, Map<String, Object> entered) {
        try {
            forms.submitTaskForm(task.getId(), entered);
        } catch (Problem refused) {
            throw new IllegalStateException(
                    task.getTaskDefinitionKey() + ": " + Texts.text(Locale.SIMPLIFIED_CHINESE, refused), refused);
        }
    }

    /** Whoever complained does not want it any more; the unit that was spoken to first is told. */
    void withdraws(String caseNo) {
        CaseFile file = cases.get(caseNo);
        String officer = member(file.unit() + ".officer").orElseThrow();
        onBehalf.of(officer, () -> {
            if (events.of(file).stream().anyMatch(it -> it.event().equals(WITHDRAWN))) {
                events.record(file, WITHDRAWN, Entries.withdrawal());
            }
            return file;
        });
    }

    /** What routes the case; asked by nobody, for officers have no right to the engine's variables. */
    private @Nullable String known(Task task, String variable) {
        Object value = runtime.getVariable(task.getExecutionId(), variable);
        return value == null ? null : value.toString();
    }

    private ServedForm served(Task task) {
        try (InputStream form = forms.getDeployedTaskForm(task.getId())) {
            JsonNode schema = json.readTree(form);
            return new ServedForm(schema);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String officerFor(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .sorted()
                .flatMap(group -> member(group).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody can do " + task.getTaskDefinitionKey()));
    }

    private Optional<String> member(String group) {
        return members.computeIfAbsent(
                group,
                it -> identities.createUserQuery().memberOfGroup(it).list().stream()
                        .map(User::getId)
                        .sorted()
                        .findFirst());
    }
}
