package dev.whistle.procedure.complaint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whistle.casefile.Sealing;
import dev.whistle.engine.Background;
import dev.whistle.engine.BackgroundWork;
import dev.whistle.engine.EngineProblems;
import dev.whistle.engine.OnBehalf;
import dev.whistle.problem.FailureLog;
import dev.whistle.problem.Texts;
import dev.whistle.procedure.complaint.ImportTable.Waiting;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens the cases of a register, batch by batch: a batch is one transaction, and a row that has a case is not opened
 * again. Where a batch fails its rows are opened one by one, so that one of them does not keep the others; a row that
 * fails again is given up and counted as failed, with the reason, until somebody has it run again.
 */
@Component
class OpenRegister implements BackgroundWork {

    static final String WORK = "complaints.open";

    private static final Logger LOG = LoggerFactory.getLogger(OpenRegister.class);

    /** A batch takes a second or two; the engine's lock on its job lasts five minutes. */
    private static final int BATCH = 25;

    /** Once with others and once alone: the engine tries a job three times, and the third has to give the row up. */
    private static final int TRIES = 2;

    private final ImportTable table;
    private final Sealing sealing;
    private final ObjectMapper json;
    private final Complaints complaints;
    private final OnBehalf onBehalf;
    private final Background background;
    private final TransactionTemplate ofItsOwn;
    private final Clock clock;

    OpenRegister(
            ImportTable table,
            Sealing sealing,
            ObjectMapper json,
            Complaints complaints,
            OnBehalf onBehalf,
            Background background,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.sealing = sealing;
        this.json = json;
        this.complaints = complaints;
        this.onBehalf = onBehalf;
        this.background = background;
        this.ofItsOwn = new TransactionTemplate(transactions);
        this.ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Where a row waits, for {@link Sealing}. */
    static String place(String id, int row) {
        return id + "/" + row;
    }

    @Override
    public String name() {
        return WORK;
    }

    @Override
    public void run(String id) {
        List<Waiting> waiting = table.waiting(id, BATCH);
        if (waiting.isEmpty()) {
            if (table.anyFailed(id)) {
                background.schedule(ForgetFailedRows.WORK, id, clock.instant().plus(ForgetFailedRows.AFTER));
            }
            return;
        }
        open(id, waiting);
        background.schedule(WORK, id, clock.instant());
    }

    private void open(String id, List<Waiting> waiting) {
        Waiting first = waiting.get(0);
        if (first.tries() >= TRIES) {
            table.failed(id, first.row());
            LOG.error("登记表导入 {}：第 {} 行多次立案未成功，已放弃", id, first.row());
            return;
        }
        List<Waiting> batch = first.tries() > 0
                ? List.of(first)
                : waiting.stream().takeWhile(it -> it.tries() == 0).toList();
        CountFailure failing = new CountFailure(id, batch);
        TransactionSynchronizationManager.registerSynchronization(failing);
        String importedBy = table.claim(id).orElseThrow().importedBy();
        try {
            onBehalf.of(importedBy, () -> {
                batch.forEach(it -> table.opened(id, it.row(), complaints.register(complaint(id, it), it.unit())));
                return batch;
            });
        } catch (RuntimeException failure) {
            failing.because(failure);
            throw failure;
        }
    }

    private FilledForm complaint(String id, Waiting row) {
        try {
            return json.readValue(sealing.open(place(id, row.row()), row.complaint()), FilledForm.class);
        } catch (JsonProcessingException ofAnotherRelease) {
            // not as the cause: it quotes what it could not read
            throw new IllegalStateException("row " + row.row() + " cannot be read");
        }
    }

    /** Notes that rows were tried in vain, after everything else of the attempt has been undone. */
    private final class CountFailure implements TransactionSynchronization {

        private final String id;
        private final List<Integer> rows;
        private @Nullable String reason;

        CountFailure(String id, List<Waiting> batch) {
            this.id = id;
            this.rows = batch.stream().map(Waiting::row).toList();
        }

        /** What officers read. Of several rows nobody knows which one it was; each is tried alone next. */
        void because(RuntimeException failure) {
            if (rows.size() == 1) {
                reason = EngineProblems.explain(failure)
                        .map(it -> Texts.text(Locale.SIMPLIFIED_CHINESE, it))
                        .orElseGet(() -> Texts.text(
                                Locale.SIMPLIFIED_CHINESE, "complaint.import.row-failed", FailureLog.write(failure)));
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (status == STATUS_ROLLED_BACK) {
                ofItsOwn.executeWithoutResult(counting -> table.tried(id, rows, reason));
            }
        }
    }
}
