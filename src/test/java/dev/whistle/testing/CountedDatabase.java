package dev.whistle.testing;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Lets tests count what the application sends to its database ({@link Statements}). */
@Component
class CountedDatabase implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? Statements.counted(database) : bean;
    }
}
