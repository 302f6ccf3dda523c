package dev.whistle.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of property service companies. */
@Component
public class Companies {

    private final JdbcClient db;

    Companies(JdbcClient db) {
        this.db = db;
    }

    public Optional<Company> find(String id) {
        return db.sql("select * from whistle.company where id = ?")
                .param(id)
                .query(Companies::company)
                .optional();
    }

    /** All companies by id. */
    public List<Company> all() {
        return db.sql("select * from whistle.company order by id")
                .query(Companies::company)
                .list();
    }

    /** Adds what is known of a company beside its unit, which must be there. */
    public void add(Company company) {
        db.sql("insert into whistle.company (id, credit_code, manager, state_owned) values (?, ?, ?, ?)")
                .params(company.id(), company.creditCode(), company.manager(), company.stateOwned())
                .update();
    }

    /** Corrects what is known of a company beside its name. */
    public void change(Company company) {
        db.sql("update whistle.company set credit_code = ?, manager = ?, state_owned = ? where id = ?")
                .params(company.creditCode(), company.manager(), company.stateOwned(), company.id())
                .update();
    }

    private static Company company(ResultSet row, int number) throws SQLException {
        return new Company(
                row.getString("id"),
                row.getString("credit_code"),
                row.getString("manager"),
                row.getBoolean("state_owned"));
    }
}
