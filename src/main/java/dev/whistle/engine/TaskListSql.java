package dev.whistle.engine;

import java.sql.Connection;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;
import org.apache.ibatis.reflection.SystemMetaObject;
import org.camunda.bpm.engine.impl.TaskQueryImpl;

/**
 * Puts the condition of {@link ReadableTasks} into the statements of task lists. The engine's mapping of that query is one
 * piece of seven hundred lines; a copy would have to follow every version of it.
 */
@Intercepts(
        @Signature(
                type = StatementHandler.class,
                method = "prepare",
                args = {Connection.class, Integer.class}))
final class TaskListSql implements Interceptor {

    @Override
    public Object intercept(Invocation call) throws Throwable {
        BoundSql asked = ((StatementHandler) call.getTarget()).getBoundSql();
        if (asked.getParameterObject() instanceof TaskQueryImpl query && ReadableTasks.narrowed(query)) {
            SystemMetaObject.forObject(asked).setValue("sql", ReadableTasks.sql(asked.getSql()));
        }
        return call.proceed();
    }
}
