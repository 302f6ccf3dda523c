package dev.whistle.casefile;

import dev.whistle.problem.Problem;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens one case for one {@code Idempotency-Key}, however often and however simultaneously it is posted. The key is
 * claimed by inserting it in the transaction that opens the case; who loses the race reads what the winner made.
 */
@Component
public class IdempotentPosts {

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    IdempotentPosts(JdbcClient db, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /**
     * The number of the case that this post opens or has opened before.
     *
     * @param body what tells this post's content from another's
     * @throws Problem of kind CONFLICT if the key was used for another content
     */
    public String once(String caller, String key, String body, Supplier<String> open) {
        String digest = Sha256.of(body);
        return made(caller, key, digest).orElseGet(() -> {
            try {
                return transaction.execute(status -> claimed(caller, key, digest, open));
            } catch (DuplicateKeyException taken) {
                return made(caller, key, digest).orElseThrow(() -> taken);
            }
        });
    }

    private String claimed(String caller, String key, String digest, Supplier<String> open) {
        db.sql("insert into whistle.idempotent_post (caller, post_key, body_sha256) values (?, ?, ?)")
                .params(caller, key, digest)
                .update();
        String caseNo = open.get();
        db.sql("update whistle.idempotent_post set case_no = ? where caller = ? and post_key = ?")
                .params(caseNo, caller, key)
                .update();
        return caseNo;
    }

    private Optional<String> made(String caller, String key, String digest) {
        return db.sql("select body_sha256, case_no from whistle.idempotent_post where caller = ? and post_key = ?")
                .params(caller, key)
                .query((row, number) -> {
                    if (!row.getString("body_sha256").equals(digest)) {
                        throw new Problem(Problem.Kind.CONFLICT, "post.key-reused");
                    }
                    return row.getString("case_no");
                })
                .optional();
    }
}
