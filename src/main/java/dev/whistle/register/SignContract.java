package dev.whistle.register;

import dev.whistle.casefile.Cases;
import dev.whistle.casefile.ChineseTime;
import dev.whistle.casefile.Submission;
import dev.whistle.casefile.Submissions;
import dev.whistle.organisation.Units;
import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.Fields;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Building block 登记物业服务合同: a company has a contract for the case's compound and runs it from its first day. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
@Block(
        name = "登记物业服务合同",
        description = "登记本案小区新签的物业服务合同，并自合同第一天起由该企业管理。企业正在退出、合同期与其他合同重叠、编号重复、日期或者金额不对的，一次列明并退回表单；同一份合同只登记一次。")
class SignContract implements JavaDelegate {

    private final CaseEntries entries;
    private final Cases cases;
    private final Units units;
    private final Submissions submissions;

    @BlockField(label = "物业服务企业", hint = "企业编号，例如 ${company}")
    private Expression company;

    @BlockField(label = "合同编号", hint = "例如 ${contractNumber}")
    private Expression number;

    @BlockField(label = "合同类别", hint = "owners 物业服务合同，early-stage 前期物业服务合同")
    private Expression kind;

    @BlockField(label = "合同第一天", hint = "例如 ${fromDay}，其值如 2026-10-01")
    private Expression fromDay;

    @BlockField(label = "合同最后一天", hint = "例如 ${toDay}")
    private Expression toDay;

    @BlockField(label = "年合同金额（元）", hint = "例如 ${yearlySum}")
    private Expression yearlySum;

    @BlockField(label = "服务等级", hint = "1 至 5，例如 ${grade}")
    private Expression grade;

    SignContract(CaseEntries entries, Cases cases, Units units, Submissions submissions) {
        this.entries = entries;
        this.cases = cases;
        this.units = units;
        this.submissions = submissions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Fields fields = new Fields(execution);
        String caseNo = execution.getProcessBusinessKey();
        try {
            Contract contract = contract(fields, caseNo);
            entries.signed(contract, caseNo, execution.getActivityInstanceId());
            submissions.hold(new Submission.Draft()
                    .field("company", "物业服务企业", units.nameOf(contract.company()))
                    .field("contract", "合同编号", contract.number())
                    .field("days", "合同期", ChineseTime.of(contract.from()) + "至" + ChineseTime.of(contract.to()))
                    .done());
        } catch (Problem refused) {
            throw fields.named(
                    refused,
                    Map.of(
                            "company", company,
                            "number", number,
                            "fromDay", fromDay,
                            "from", fromDay,
                            "toDay", toDay,
                            "yearlySum", yearlySum,
                            "grade", grade));
        }
    }

    private Contract contract(Fields fields, String caseNo) {
        return new Contract(
                fields.required(number),
                cases.compoundOf(caseNo),
                fields.required(company),
                ContractKind.ofCode(fields.required(kind)).orElseThrow(),
                day(fields, "fromDay", fromDay),
                day(fields, "toDay", toDay),
                sum(fields),
                wholeNumber(fields),
                null,
                null,
                caseNo);
    }

    private static LocalDate day(Fields fields, String name, Expression field) {
        try {
            return LocalDate.parse(fields.required(field));
        } catch (DateTimeParseException unreadable) {
            throw Problem.invalid(new FieldError(name, "register.day", fields.required(field)));
        }
    }

    private BigDecimal sum(Fields fields) {
        try {
            return new BigDecimal(fields.required(yearlySum));
        } catch (NumberFormatException unreadable) {
            throw Problem.invalid(new FieldError("yearlySum", "register.contract-sum"));
        }
    }

    private int wholeNumber(Fields fields) {
        try {
            return Integer.parseInt(fields.required(grade));
        } catch (NumberFormatException unreadable) {
            throw Problem.invalid(new FieldError("grade", "register.contract-grade"));
        }
    }
}
