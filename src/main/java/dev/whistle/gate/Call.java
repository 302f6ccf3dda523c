package dev.whistle.gate;

import dev.whistle.palette.BlockField.Choice;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A process that other procedures call as one step, described once for its template and for the rule that every call
 * hands over what it needs.
 */
record Call(String process, int version, String name, String description, List<Variable> variables) {

    record Variable(String name, String label, String hint, Choice choice, boolean required) {}

    static final List<Call> ALL = List.of(
            new Call(
                    "letter",
                    2,
                    "制发文书",
                    "起草、签发、编号、送达一份文书；送达或者撤回之后，流程才往下走。",
                    List.of(
                            new Variable("letter", "文书", "文书种类。", Choice.LETTER, true),
                            new Variable("signingUnit", "签发单位", "存放单位编号的变量，例如 ${handlingUnit}。", Choice.ANYTHING, true),
                            new Variable("toUnit", "收件单位", "文书写给某一单位的，存放单位编号的变量；写给当事人的不填。", Choice.ANYTHING, false),
                            new Variable("occasion", "场合", "同一场合只制发一份；没有可以不填。", Choice.ANYTHING, false),
                            new Variable("dueClock", "办理期限", "文书任务的到期时间跟随所选的期限；没有期限不选。", Choice.CLOCK, false))),
            new Call(
                    "spot-letter",
                    1,
                    "当场制发文书",
                    "在现场制发的文书：填写、编号、签发、登记送达一步完成，由登记的人员签发。",
                    List.of(
                            new Variable("letter", "文书", "文书种类。", Choice.LETTER, true),
                            new Variable(
                                    "signingUnit",
                                    "签发单位",
                                    "单位编号，例如 ${assign.holder(execution)}。",
                                    Choice.ANYTHING,
                                    true),
                            new Variable(
                                    "servedHow",
                                    "送达方式",
                                    "in-person 当面、post 邮寄、electronic 电子、left 留置、posted-up 张贴。",
                                    Choice.ANYTHING,
                                    true),
                            new Variable("servedOn", "送达日期", "年-月-日。", Choice.ANYTHING, true),
                            new Variable("toUnit", "收件单位", "文书写给某一单位的，存放单位编号的变量；写给当事人的不填。", Choice.ANYTHING, false),
                            new Variable("occasion", "场合", "同一场合只制发一份；没有可以不填。", Choice.ANYTHING, false))),
            new Call(
                    "explanation",
                    1,
                    "说明情况",
                    "到期未办结或者不能按期办结的，要求办理单位说明情况；返回 delayCause（延误原因）。",
                    List.of(
                            new Variable("unit", "说明单位", "存放单位编号的变量，例如 ${handlingUnit}。", Choice.ANYTHING, true),
                            new Variable(
                                    "demander",
                                    "要求说明的单位",
                                    "单位编号，例如 ${assign.districtOffice(execution)}。",
                                    Choice.ANYTHING,
                                    true),
                            new Variable("clock", "期限种类", "没有按期办结的期限。", Choice.CLOCK, true))),
            new Call(
                    "rectification",
                    1,
                    "限期整改",
                    "责成一个单位限期整改，整改之后复查；返回 rectified（done 整改到位，failed 整改不到位）。",
                    List.of(
                            new Variable(
                                    "unit", "整改单位", "单位编号，例如 ${assign.companyOf(execution)}。", Choice.ANYTHING, true),
                            new Variable(
                                    "checkingUnit", "复查单位", "存放单位编号的变量，例如 ${handlingUnit}。", Choice.ANYTHING, true),
                            new Variable("clock", "整改期限", "自责成之时起计算的期限。", Choice.CLOCK, true))),
            new Call(
                    "stand-in",
                    1,
                    "过渡管理",
                    "原企业退出之后、接续方接手之前，确定由谁管理小区，并登记管理责任；到期没有确定的，由社区提供基本服务。",
                    List.of(
                            new Variable("street", "镇街", "存放小区所在镇街编号的变量，例如 ${street}。", Choice.ANYTHING, true),
                            new Variable("community", "社区", "存放小区所在社区编号的变量，例如 ${community}。", Choice.ANYTHING, true),
                            new Variable("standInClock", "确定期限", "应当在哪一种期限以内确定。", Choice.CLOCK, true),
                            new Variable(
                                    "standInUntil",
                                    "最后一日",
                                    "期限由交办单确定的，填写最后一日，例如 ${lastDay}；其他期限不填。",
                                    Choice.ANYTHING,
                                    false))),
            new Call(
                    "follow-up",
                    1,
                    "回访与复核",
                    "答复之后回访，不满意的由上一级复核一次；返回之前都已办完。",
                    List.of(new Variable("unit", "答复单位", "作出答复的单位编号，例如 ${handlingUnit}。", Choice.ANYTHING, true))),
            new Call(
                    "duty-ruling",
                    1,
                    "职责认定",
                    "职责认定不清的，会同区办公室区分或者报区领导指定；返回 handlingUnit（承办单位编号）。",
                    List.of(new Variable("dueClock", "办理期限", "任务的到期时间跟随所选的期限；没有期限不选。", Choice.CLOCK, false))),
            new Call(
                    "mediation",
                    1,
                    "纠纷调解",
                    "矛盾纠纷由所填单位调解。",
                    List.of(
                            new Variable("unit", "调解单位", "存放单位编号的变量，例如 ${handlingUnit}。", Choice.ANYTHING, true),
                            new Variable("dueClock", "办理期限", "任务的到期时间跟随所选的期限；没有期限不选。", Choice.CLOCK, false))),
            new Call(
                    "whistle",
                    2,
                    "吹哨报到",
                    "违法违规事项按职责分工交职能部门：签收报到或者退回、查处、现场核实；返回 lead（最后查处的部门）、power（处罚权所在部门）和 whistleResult（handled、late、no-violation、penalty、not-confirmed）。",
                    List.of(
                            new Variable(
                                    "violationKind",
                                    "违法行为种类",
                                    "whistle-routing.dmn 中的种类，例如 ${violationKind}。",
                                    Choice.ANYTHING,
                                    true),
                            new Variable("dueClock", "办理期限", "查处的期限，任务的到期时间跟随它。", Choice.CLOCK, true),
                            new Variable(
                                    "unit",
                                    "已经选定的部门",
                                    "前面已经选定的填写，例如 ${handlingUnit}；没有的按职责分工表。",
                                    Choice.ANYTHING,
                                    false),
                            new Variable("area", "区域", "in 建成区内，out 建成区外；有小区的不填。", Choice.ANYTHING, false),
                            new Variable("confirm", "请吹哨单位确认", "${'yes'} 表示先请吹哨单位看过分工建议再交办。", Choice.ANYTHING, false))),
            new Call(
                    "penalty",
                    1,
                    "处罚移送与决定",
                    "需要处罚的违法行为：处罚权不在查处部门的移送，立案，在期限内作出决定；返回 penaltyDecision（penalty、no-penalty、withdrawn、not-filed）。",
                    List.of(
                            new Variable("unit", "查处部门", "吹哨报到返回的 lead。", Choice.ANYTHING, true),
                            new Variable("power", "处罚权所在部门", "吹哨报到返回的 power；与查处部门相同的不移送。", Choice.ANYTHING, true))),
            new Call(
                    "sanction",
                    1,
                    "抄告、督办或者通报一次",
                    "制发文书、送达、限期整改、核查；返回 rectified（done 到位，failed 没有到位，overdue 逾期，again 再次失职）和 measure。",
                    List.of(
                            new Variable("matter", "涉及案件", "存放案件编号的变量，例如 ${matter}。", Choice.ANYTHING, true),
                            new Variable("party", "责任主体", "例如 ${party}。", Choice.ANYTHING, true),
                            new Variable("unit", "责任单位", "存放单位编号的变量，例如 ${unit}。", Choice.ANYTHING, true),
                            new Variable(
                                    "office",
                                    "发文单位",
                                    "单位编号，例如 ${assign.districtOffice(execution)}。",
                                    Choice.ANYTHING,
                                    true),
                            new Variable("measure", "措施", "文书表中的一种，同时是台账中的措施。", Choice.LETTER, true),
                            new Variable("clock", "整改期限", "自文书送达之时起计算的期限。", Choice.CLOCK, true))));

    /** Names of the variables that the process cannot do without, or of the others. */
    Set<String> names(boolean required) {
        return variables.stream()
                .filter(it -> it.required() == required)
                .map(Variable::name)
                .collect(Collectors.toSet());
    }
}
