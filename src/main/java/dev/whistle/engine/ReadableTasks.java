package dev.whistle.engine;

import dev.whistle.organisation.Access;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.TaskQueryImpl;

/**
 * The tasks that somebody may read, as a condition of a query: those given to him or her, and those given to a group whose
 * tasks his or her groups read. Every such task carries the grant that says so, since {@link TaskGrants} writes it when
 * the task is given and takes it back when it is taken away.
 */
final class ReadableTasks {

    /**
     * What the engine makes of {@link Narrowing}: the first value is the reader, the others are groups. Its own way to ask
     * for candidates joins all tasks with all links before it looks at either.
     */
    private static final Pattern ASKED = Pattern.compile("RES\\.TENANT_ID_ in\\s*\\(\\s*\\?((?:\\s*,\\s*\\?)+)\\s*\\)");

    private final String user;
    private final Set<String> groups;

    ReadableTasks(String user, List<String> groups) {
        this.user = user;
        this.groups = new HashSet<>(groups);
    }

    /** Whether the query asks for nothing but tasks that are the caller's or his or her groups' already. */
    boolean asksForOwn(TaskQueryImpl query) {
        return user.equals(query.getAssignee())
                || user.equals(query.getOwner())
                || user.equals(query.getInvolvedUser())
                || asksForOwnCandidates(query);
    }

    private boolean asksForOwnCandidates(TaskQueryImpl query) {
        List<String> candidates = query.getCandidateGroups();
        boolean nobodyElse =
                query.getCandidateUser() == null || query.getCandidateUser().equals(user);
        return nobodyElse
                && query.getCandidateGroupLike() == null
                && candidates != null
                && !candidates.isEmpty()
                && groups.containsAll(candidates);
    }

    /** Narrows the query to what the caller may read. */
    void narrow(TaskQueryImpl query, Access access) {
        query.getQueries().add(new Narrowing(user, access.readableGroups(groups)));
    }

    /** Takes the condition of an earlier run away: a query may be run again, by somebody else too. */
    static void forget(TaskQueryImpl query) {
        query.getQueries().removeIf(Narrowing.class::isInstance);
    }

    static boolean narrowed(TaskQueryImpl query) {
        return query.getQueries().stream().anyMatch(Narrowing.class::isInstance);
    }

    /** The statement of a narrowed query with the condition as it is meant; its values stay where they are. */
    static String sql(String statement) {
        Matcher asked = ASKED.matcher(statement);
        int begin = -1;
        int end = -1;
        String others = "";
        while (asked.find()) { // ours is the last part of the query
            begin = asked.start();
            end = asked.end();
            others = asked.group(1).replaceFirst(",", "");
        }
        if (begin < 0) {
            throw new IllegalStateException("a narrowed task query has lost its condition");
        }
        return statement.substring(0, begin)
                + "RES.ID_ in (select L.TASK_ID_ from ACT_RU_IDENTITYLINK L where L.USER_ID_ = ? and L.TASK_ID_ is not null"
                + " union all select G.TASK_ID_ from ACT_RU_IDENTITYLINK G where G.GROUP_ID_ in (" + others
                + ") and G.TASK_ID_ is not null)"
                + statement.substring(end);
    }

    /**
     * One of several alternatives that a query knows. Tenants stand for candidates here: there are none in this
     * application, and the engine renders them as a list of values on the task alone.
     */
    private static final class Narrowing extends TaskQueryImpl {

        private static final long serialVersionUID = 1L;

        @SuppressWarnings("this-escape")
        Narrowing(String user, List<String> readable) {
            isOrQueryActive = true;
            List<String> candidates = new ArrayList<>(readable);
            candidates.add(0, user);
            if (readable.isEmpty()) {
                candidates.add(user); // no group has a person's name
            }
            taskAssignee(user);
            taskOwner(user);
            tenantIdIn(candidates.toArray(String[]::new));
        }
    }
}
