package dev.whistle.procedure.assignment;

import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.Fields;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Building block 下达交办事项: stores which unit is to do what by when, as the rows of the form that was handed in say it.
 * Bundled forms have no lists, so a row is three fields with a number. Run again it changes nothing.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
@Block(name = "下达交办事项", description = "按登记表逐栏登记承办单位、交办事项和最后一日，紧接在立案之后；没有单位、单位重复、缺事项或者期限、期限不在今天以后、单位不归交办单位管的，一次列明并退回表单。")
class PlaceOrders implements JavaDelegate {

    private final WorkOrders orders;

    @BlockField(label = "单位栏", hint = "各栏承办单位的变量名去掉序号，例如 orderUnit：依次取 orderUnit1、orderUnit2……")
    private Expression unit;

    @BlockField(label = "事项栏", hint = "各栏交办事项的变量名去掉序号，例如 orderTask。")
    private Expression task;

    @BlockField(label = "最后一日栏", hint = "各栏最后一日的变量名去掉序号，例如 orderDue。")
    private Expression due;

    PlaceOrders(WorkOrders orders) {
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        orders.place(execution.getProcessBusinessKey(), rows(execution), execution.getActivityInstanceId());
    }

    private List<OrderRow> rows(DelegateExecution execution) {
        List<OrderRow> rows = new ArrayList<>();
        for (int number = 1; execution.hasVariable(name(unit, execution, number)); number++) {
            OrderRow.Fields fields = new OrderRow.Fields(
                    name(unit, execution, number), name(task, execution, number), name(due, execution, number));
            rows.add(new OrderRow(
                    number,
                    fields,
                    text(fields.unit(), execution),
                    text(fields.task(), execution),
                    text(fields.due(), execution)));
        }
        return rows;
    }

    private static String name(Expression prefix, DelegateExecution execution, int number) {
        return new Fields(execution).required(prefix) + number;
    }

    private static @Nullable String text(String variable, DelegateExecution execution) {
        Object value = execution.getVariable(variable);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }
}
