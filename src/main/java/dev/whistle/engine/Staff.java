package dev.whistle.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who works where and what mail reaches them by, as the engine knows its users. */
@Component
public class Staff {

    private final Unrestricted unrestricted;
    private final IdentityService identities;
    private final JdbcClient db;

    Staff(Unrestricted unrestricted, @Lazy IdentityService identities, JdbcClient db) {
        this.unrestricted = unrestricted;
        this.identities = identities;
        this.db = db;
    }

    /**
     * A user.
     *
     * @param mail his or her address; null where none is known
     */
    public record Member(String user, @Nullable String mail) {}

    /** The members of a group, in the order of their ids. */
    public List<Member> of(String group) {
        return unrestricted.run(
                () -> identities.createUserQuery().memberOfGroup(group).orderByUserId().asc().list().stream()
                        .map(Staff::member)
                        .toList());
    }

    /** The groups that a user is in; none for a user who is not there. */
    public Set<String> groupsOf(String user) {
        return Set.copyOf(db.sql("select group_id_ from public.act_id_membership where user_id_ = ?")
                .param(user)
                .query(String.class)
                .list());
    }

    /** Mail addresses by user id; users without one are left out. */
    public Map<String, String> mailOf(Collection<String> users) {
        if (users.isEmpty()) {
            return Map.of();
        }
        String[] wanted = users.stream().distinct().toArray(String[]::new);
        return unrestricted.run(() -> identities.createUserQuery().userIdIn(wanted).list().stream()
                .filter(user -> member(user).mail() != null)
                .collect(Collectors.toMap(User::getId, User::getEmail)));
    }

    /** All memberships at once: by the engine's services it would be a query for every group. */
    public Map<String, List<String>> byGroup() {
        return db
                .sql("select group_id_, user_id_ from public.act_id_membership order by user_id_")
                .query((row, n) -> Map.entry(row.getString("group_id_"), row.getString("user_id_")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Member member(User user) {
        String mail = user.getEmail();
        return new Member(user.getId(), mail == null || mail.isBlank() ? null : mail);
    }
}
