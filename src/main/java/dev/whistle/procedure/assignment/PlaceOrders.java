package dev.whistle.procedure.assignment;

import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.Fields;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
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
        Fields fields = new Fields(execution);
        List<OrderRow> rows = new ArrayList<>();
        for (int number = 1; execution.hasVariable(fields.required(unit) + number); number++) {
            OrderRow.Fields names = new OrderRow.Fields(
                    fields.required(unit) + number, fields.required(task) + number, fields.required(due) + number);
            rows.add(new OrderRow(
                    number,
                    names,
                    fields.variable(names.unit()).orElse(null),
                    fields.variable(names.task()).orElse(null),
                    fields.variable(names.due()).orElse(null)));
        }
        return rows;
    }
}
