package dev.whistle.engine;

import dev.whistle.casefile.CaseEvent;
import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Timeline;
import dev.whistle.engine.CasePath.Passed;
import dev.whistle.engine.CasePath.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The ways that cases took through their models: by the engine's history, which knows gateways and events too, and, where
 * it has been removed after its years, by the timeline, which is never. Whoever calls has checked that the case may be
 * read.
 */
@Component
public class CasePaths {

    private final JdbcClient db;
    private final RepositoryService models;
    private final Unrestricted unrestricted;
    private final Timeline timeline;

    CasePaths(JdbcClient db, @Lazy RepositoryService models, Unrestricted unrestricted, Timeline timeline) {
        this.db = db;
        this.models = models;
        this.unrestricted = unrestricted;
        this.timeline = timeline;
    }

    /** The case's own path and those of the processes it called, in the order in which they began. */
    public List<CasePath> of(CaseFile file) {
        List<CasePath> remembered = remembered(file.caseNo());
        return remembered.isEmpty() ? told(file).stream().toList() : remembered;
    }

    /**
     * A model of the case as it is drawn.
     *
     * @param definition of one of the case's paths
     * @return BPMN 2.0 XML; empty for a model that is none of the case's
     */
    public Optional<String> model(CaseFile file, String definition) {
        return of(file).stream()
                .filter(it -> it.definition().equals(definition))
                .findFirst()
                .map(it -> unrestricted.run(() -> xml(it.definition())));
    }

    private String xml(String definition) {
        try (InputStream model = models.getProcessModel(definition)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<CasePath> remembered(String caseNo) {
        Map<String, CasePath> paths = new LinkedHashMap<>();
        db.sql("""
                        select p.proc_inst_id_, p.proc_def_id_, d.name_ as model, d.key_, p.super_process_instance_id_,
                            (select min(c.act_id_) from public.act_hi_actinst c
                             where c.call_proc_inst_id_ = p.proc_inst_id_
                               and c.proc_inst_id_ = p.super_process_instance_id_) as called_by,
                            p.start_time_ as began, p.end_time_ as ended,
                            a.act_id_, a.act_name_, a.act_type_, a.act_inst_state_, a.start_time_, a.end_time_
                        from public.act_hi_procinst p
                        join public.act_re_procdef d on d.id_ = p.proc_def_id_
                        left join public.act_hi_actinst a on a.proc_inst_id_ = p.proc_inst_id_
                        where p.business_key_ = ?
                        order by p.start_time_, p.proc_inst_id_, a.start_time_, a.sequence_counter_""")
                .param(caseNo)
                .query((row, n) -> paths.computeIfAbsent(row.getString("proc_inst_id_"), it -> path(row))
                        .steps()
                        .addAll(passed(row).toList()))
                .list();
        // Where a called process began in the millisecond of its caller, the caller still comes first.
        return paths.values().stream()
                .sorted((one, other) -> Boolean.compare(one.caller() != null, other.caller() != null))
                .toList();
    }

    private static CasePath path(ResultSet row) {
        try {
            String name = row.getString("model");
            return new CasePath(
                    row.getString("proc_inst_id_"),
                    row.getString("proc_def_id_"),
                    name == null ? row.getString("key_") : name,
                    row.getString("super_process_instance_id_"),
                    row.getString("called_by"),
                    instant(row.getTimestamp("began")),
                    instant(row.getTimestamp("ended")),
                    new ArrayList<>());
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Stream<Passed> passed(ResultSet row) throws SQLException {
        Timestamp began = row.getTimestamp("start_time_");
        if (began == null) {
            return Stream.empty();
        }
        Instant ended = instant(row.getTimestamp("end_time_"));
        return Stream.of(new Passed(
                row.getString("act_id_"),
                row.getString("act_name_"),
                row.getString("act_type_"),
                ended == null
                        ? State.ACTIVE
                        : row.getInt("act_inst_state_") == CANCELLED ? State.CANCELLED : State.DONE,
                began.toInstant(),
                ended));
    }

    /** As the engine's history writes it (ActivityInstanceState). */
    private static final int CANCELLED = 2;

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /** By the newest version of the procedure's model: which one the case ran on nobody knows any more. */
    private Optional<CasePath> told(CaseFile file) {
        return unrestricted.run(() -> Optional.ofNullable(models.createProcessDefinitionQuery()
                        .processDefinitionKey(file.procedure())
                        .latestVersion()
                        .singleResult())
                .map(it -> told(file, it)));
    }

    private CasePath told(CaseFile file, ProcessDefinition definition) {
        BpmnModelInstance model = models.getBpmnModelInstance(definition.getId());
        return new CasePath(
                definition.getId(),
                definition.getId(),
                Optional.ofNullable(definition.getName()).orElse(definition.getKey()),
                null,
                null,
                null,
                file.closedAt(),
                timeline.of(file.caseNo()).stream()
                        .flatMap(line -> told(line, model))
                        .toList());
    }

    private static Stream<Passed> told(CaseEvent line, BpmnModelInstance model) {
        String element = line.element();
        ModelElementInstance found = element == null ? null : model.getModelElementById(element);
        return found instanceof FlowNode node
                ? Stream.of(new Passed(
                        node.getId(),
                        node.getName(),
                        node.getElementType().getTypeName(),
                        State.DONE,
                        line.at(),
                        line.at()))
                : Stream.empty();
    }
}
