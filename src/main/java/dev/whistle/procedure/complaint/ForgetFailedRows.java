package dev.whistle.procedure.complaint;

import dev.whistle.engine.BackgroundWork;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Deletes what is kept of rows that failed and that nobody has run again: persons' data does not wait for ever. */
@Component
class ForgetFailedRows implements BackgroundWork {

    static final String WORK = "complaints.forget";

    /** Long enough for whoever imports once a month. */
    static final Duration AFTER = Duration.ofDays(30);

    private final ImportTable table;

    ForgetFailedRows(ImportTable table) {
        this.table = table;
    }

    @Override
    public String name() {
        return WORK;
    }

    @Override
    public void run(String id) {
        table.forgetFailed(id);
    }
}
