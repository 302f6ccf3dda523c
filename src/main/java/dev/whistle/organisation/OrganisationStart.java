package dev.whistle.organisation;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has an administrator, the designers' group, the units, their groups and the task lists in place before anything is
 * served; all of it or nothing.
 */
@Component
class OrganisationStart implements SmartInitializingSingleton {

    private final TransactionTemplate transaction;
    private final JdbcClient db;
    private final Administrators administrators;
    private final Designers designers;
    private final OrganisationLoader loader;
    private final Units units;
    private final UnitGroups groups;
    private final TaskLists taskLists;

    OrganisationStart(
            TransactionTemplate transaction,
            JdbcClient db,
            Administrators administrators,
            Designers designers,
            OrganisationLoader loader,
            Units units,
            UnitGroups groups,
            TaskLists taskLists) {
        this.transaction = transaction;
        this.db = db;
        this.administrators = administrators;
        this.designers = designers;
        this.loader = loader;
        this.units = units;
        this.groups = groups;
        this.taskLists = taskLists;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            oneNodeAtATime();
            administrators.ensureOne();
            designers.ensureGroup();
            loader.fillIfEmpty();
            groups.openNewProcedures(units.all());
            taskLists.create(units.all());
        });
    }

    /** Several nodes may be started on one empty database: the others wait here and then find the work done. */
    private void oneNodeAtATime() {
        db.sql("select value_ from public.act_ge_property where name_ = 'startup.lock' for update")
                .query(String.class)
                .list();
    }
}
