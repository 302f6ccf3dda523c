package dev.whistle.register.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whistle.organisation.Basis;
import dev.whistle.organisation.Companies;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Responsibilities;
import dev.whistle.organisation.Responsibility;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Texts;
import dev.whistle.procedure.compoundhandover.HandoverDesk;
import dev.whistle.register.Committees;
import dev.whistle.register.Contracts;
import dev.whistle.register.RegisterLog;
import dev.whistle.register.Standbys;
import dev.whistle.testing.Desk;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Registers out of a workbook, on both databases. */
@SuppressWarnings("ClassCanBeStatic") // JUnit's nested classes
class RegisterImportsTest {

    private static final AtomicInteger NUMBER = new AtomicInteger(100);
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases {

        @Autowired
        private RegisterImports imports;

        @Autowired
        private Desk desk;

        @Autowired
        private Units units;

        @Autowired
        private Companies companies;

        @Autowired
        private Compounds compounds;

        @Autowired
        private Responsibilities responsibilities;

        @Autowired
        private Contracts contracts;

        @Autowired
        private Committees committees;

        @Autowired
        private Standbys standbys;

        @Autowired
        private RegisterLog log;

        @Autowired
        private IdentityService identities;

        @Autowired
        private JdbcClient db;

        @Autowired
        private HandoverDesk handovers;

        private final int number = NUMBER.incrementAndGet();
        private final String compound = "compound-t" + number;
        private final String company = "company-t" + number;

        @Test
        void aWholeDistrictOfOneCompound() {
            ImportReport tried = tryOut("district", whole());
            assertThat(tried.sheets()).extracting(ImportReport.Sheet::added).containsExactly(1, 1, 2, 2, 1, 2, 1);
            assertThat(compounds.find(compound)).isEmpty();

            ImportReport taken = take("district", whole());

            assertThat(taken).isEqualTo(tried);
            assertThat(units.get(company).kind()).isEqualTo(UnitKind.COMPANY);
            assertThat(identities
                            .createGroupQuery()
                            .groupId(company + ".officer")
                            .count())
                    .isEqualTo(1);
            assertThat(companies.find(company).orElseThrow().creditCode()).isEqualTo(code());
            assertThat(compounds.find(compound).orElseThrow()).satisfies(it -> {
                assertThat(it.managed()).isTrue();
                assertThat(it.area()).isEqualByComparingTo("60000.5");
                assertThat(it.company()).isEqualTo(company);
                assertThat(it.community()).isEqualTo("community-wanli-1");
            });
            assertThat(responsibilities.history(compound))
                    .extracting(Responsibility::from, Responsibility::to, Responsibility::basis)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(
                                    LocalDate.of(2020, 5, 1), LocalDate.of(2025, 12, 31), Basis.CONTRACT),
                            org.assertj.core.groups.Tuple.tuple(NEW_YEAR, null, Basis.CONTRACT));
            assertThat(contracts.on(compound, NEW_YEAR).orElseThrow().number()).isEqualTo("HT-2");
            assertThat(committees.on(compound, LocalDate.of(2026, 6, 1))).isPresent();
            assertThat(standbys.of("street-wanli", LocalDate.of(2031, 1, number % 28 + 1)))
                    .hasValue(company);
            assertThat(log.about(compound)).hasSizeGreaterThan(5).allSatisfy(it -> {
                assertThat(it.officer()).isEqualTo("district");
                assertThat(it.source()).isEqualTo("测试");
            });

            ImportReport again = take("district", whole());
            assertThat(again.nothing()).isTrue();
            assertThat(again.sheets()).extracting(ImportReport.Sheet::unchanged).containsExactly(1, 1, 2, 2, 1, 2, 1);
        }

        @Test
        void whatIsThereIsChangedAndTheLogSaysHow() {
            take("district", whole());

            ImportReport changed = take(
                    "district",
                    Books.book()
                            .sheet("物业服务企业", company, "改名物业" + number, code(), "新负责人", "是")
                            .sheet(
                                    "小区",
                                    compound,
                                    "新名花园" + number,
                                    "商业开发",
                                    "是",
                                    "是",
                                    "某路1号",
                                    501,
                                    60000.5,
                                    "湾里街道",
                                    "桂汀社区")
                            .sheet("项目经理", "XM" + number, "甲", company, compound, "2026-03-01", ""));

            assertThat(changed.sheets()).extracting(ImportReport.Sheet::changed).containsExactly(1, 1, 1);
            assertThat(units.get(company).name()).isEqualTo("改名物业" + number);
            assertThat(identities
                            .createGroupQuery()
                            .groupId(company + ".lead")
                            .singleResult()
                            .getName())
                    .isEqualTo("改名物业" + number + "负责人");
            assertThat(compounds.find(compound).orElseThrow().households()).isEqualTo(501);
            RegisterLog.Written last = log.about(compound).stream()
                    .filter(it -> it.kind().label().equals("小区"))
                    .findFirst()
                    .orElseThrow();
            assertThat(last.changes())
                    .extracting(RegisterLog.Change::column, RegisterLog.Change::before, RegisterLog.Change::after)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("名称", "花园" + number, "新名花园" + number),
                            org.assertj.core.groups.Tuple.tuple("户数", "500", "501"));
            // the manager before ends the day before
            assertThat(db.sql("select to_day from whistle.manager_post where compound = ? and from_day = ?")
                            .params(compound, NEW_YEAR)
                            .query(LocalDate.class)
                            .single())
                    .isEqualTo(LocalDate.of(2026, 2, 28));
        }

        /** Told since when, nobody says "since before there were records" any more; whoever else ran it stays. */
        @Test
        void theUnknownPastGivesWayToWhatIsKnown() {
            take("district", whole());
            db.sql("delete from whistle.responsibility where compound = ? and from_day > ?")
                    .params(compound, LocalDate.of(2020, 5, 1))
                    .update();
            db.sql("update whistle.responsibility_log set step = null where compound = ?")
                    .param(compound)
                    .update();
            String other = "compound-u" + number;
            take(
                    "district",
                    Books.book().sheet("小区", other, "旧里" + number, "老旧", "否", "是", "某路2号", 60, "", "湾里街道", "桂汀社区"));
            assertThat(responsibilities.history(other))
                    .singleElement()
                    .satisfies(it -> assertThat(it.basis()).isEqualTo(Basis.BASIC_SERVICE));

            take("district", Books.book().sheet("管理责任", other, "2026-01-01", "物业服务合同", company));
            assertThat(responsibilities.history(other)).hasSize(2);

            take("district", Books.book().sheet("管理责任", other, "2019-01-01", "社区基本服务", "桂汀社区"));
            assertThat(responsibilities.history(other))
                    .extracting(Responsibility::from)
                    .containsExactly(LocalDate.of(2019, 1, 1), NEW_YEAR);
            assertThat(responsibilities.on(other, LocalDate.of(2018, 12, 31))).isEmpty();
        }

        @Test
        void everyMistakeIsNamedAndNothingIsDone() {
            take("district", whole());
            BadBookException bad = refused(
                    "district",
                    Books.book()
                            .sheet("物业服务企业", "Company", "甲", "91350100M000100Y44", "乙", "不")
                            .row("物业服务企业", "street-wanli", "甲", code(), "乙", "否")
                            .sheet("小区", "compound-x" + number, "丙", "商业开发", "否", "是", "某路", -1, "很大", "天上街道", "桂汀社区")
                            .row("小区", "compound-y" + number, "丁", "安置", "是", "是", "某路", 10, "", "湾里街道", "云栖社区")
                            .sheet("项目经理", "XM9", "甲", company, compound, "昨天", "2020-01-01")
                            .row("项目经理", "XM8", "甲", company, compound, "2020-01-01", "2019-01-01")
                            .sheet(
                                    "物业服务合同",
                                    "HT-2",
                                    compound,
                                    company,
                                    "物业服务合同",
                                    "2026-01-01",
                                    "2028-12-31",
                                    0,
                                    6,
                                    "",
                                    "原因")
                            .row(
                                    "物业服务合同",
                                    "HT-3",
                                    compound,
                                    company,
                                    "物业服务合同",
                                    "2028-12-31",
                                    "2029-12-31",
                                    1,
                                    1,
                                    "",
                                    "")
                            .row(
                                    "物业服务合同",
                                    "HT-4",
                                    compound,
                                    company,
                                    "物业服务合同",
                                    "2029-12-31",
                                    "2030-12-31",
                                    1,
                                    1,
                                    "",
                                    "")
                            .row(
                                    "物业服务合同",
                                    "HT-4",
                                    compound,
                                    company,
                                    "物业服务合同",
                                    "2035-12-31",
                                    "2036-12-31",
                                    1,
                                    1,
                                    "",
                                    "")
                            .sheet("业主委员会", compound, "业委会", "", 7.5, new Books.Formula("1+1"), "2026-02-30", "")
                            .sheet("管理责任", compound, "2026-05-01", "业主自行管理", company)
                            .sheet("应急保障", "湾里街道", "没有的企业", "1900-01-01")
                            .titles("其他", "甲"));

            assertThat(told(bad))
                    .contains(
                            "物业服务企业 2 编号：“Company”不能作编号",
                            "物业服务企业 2 统一社会信用代码：“91350100M000100Y44”不是统一社会信用代码",
                            "物业服务企业 2 国有：没有“不”，只能填是、否。",
                            "物业服务企业 3 编号：编号“street-wanli”已是其他单位的编号",
                            "小区 2 户数：“-1”应为 1 至 99999 的整数",
                            "小区 2 建筑面积：“很大”不是数字",
                            "小区 2 镇街：没有名称或者编号为“天上街道”的镇街",
                            "小区 3 社区：“云栖社区”不属于“湾里街道”",
                            "项目经理 2 任职开始：“昨天”不是日期",
                            "项目经理 3 任职结束：不能早于“任职开始”（2020-01-01）",
                            "物业服务合同 2 年合同额：“0”应为大于 0 的数字",
                            "物业服务合同 2 服务等级：“6”应为 1 至 5 的整数",
                            "物业服务合同 2 终止日期：填了终止原因的，要填终止日期。",
                            "物业服务合同 3 开始日期：与合同“HT-2”（2026-01-01 至 2028-12-31）期间重叠",
                            "物业服务合同 4 开始日期：与合同“HT-3”（2028-12-31 至 2029-12-31）期间重叠",
                            "物业服务合同 5 ：与第 4 行说的是同一条",
                            "业主委员会 2 类别：没有“业委会”，只能填业主委员会",
                            "业主委员会 2 人数：“7.5”应为 1 至 99 的整数",
                            "业主委员会 2 任期开始：这一格是公式",
                            "业主委员会 2 任期结束：“2026-02-30”不是日期",
                            "管理责任 2 管理单位：业主自行管理的不填管理单位",
                            "应急保障 2 企业：没有名称或者编号为“没有的企业”的物业服务企业",
                            "应急保障 2 开始日期：1900-01-01 不在",
                            "其他 1 ：没有“其他”这张表");
            assertThat(compounds.find("compound-y" + number)).isEmpty();
            assertThat(contracts.of(compound)).hasSize(2);
        }

        @Test
        void aNewCompoundNeedsSomebodyWhoRunsIt() {
            BadBookException bad = refused(
                    "district",
                    Books.book()
                            .sheet("小区", compound, "丙", "商业开发", "是", "是", "某路", 10, "", "湾里街道", "桂汀社区")
                            .sheet("管理责任", compound, "2099-01-01", "物业服务合同", "company-2"));
            assertThat(told(bad)).contains("小区 2 有物业：新增的小区要在“管理责任”表里填明由谁管理");
        }

        /** Who follows a company that is leaving is decided in that case, and not by a file. */
        @Test
        void whoTakesOverWhatIsBeingLeftIsNotImported() {
            String left = "compound-15"; // in 沈巷镇, run by company-11
            List<Responsibility> before = responsibilities.history(left);
            desk.itIs("2026-09-14T02:00:00Z");
            String handover = handovers.leaves(left, "application", "2026-10-31");
            try {
                BadBookException bad = refused(
                        "district",
                        Books.book()
                                .sheet("管理责任", "compound-16", "2027-01-01", "物业服务合同", "company-3")
                                .row("管理责任", "巷南锦绣城", "2026-12-01", "物业服务合同", "company-3"));
                assertThat(told(bad))
                        .isEqualTo("管理责任 3 小区：“巷南锦绣城”的企业正在退出（案件 " + handovers.parent(handover) + "），由谁接管请在该案中登记。\n");
            } finally {
                handovers.restores(left, before);
                desk.itIsNow();
            }
        }

        @Test
        void titlesMustBeRight() {
            BadBookException bad = refused(
                    "district", Books.book().titles("应急保障", "镇街", "公司", "镇街").row("应急保障", "甲", "乙", "丙"));
            assertThat(told(bad))
                    .contains(
                            "应急保障 1 公司：没有这一列，可用的列为：镇街、企业、开始日期",
                            "应急保障 1 镇街：表头中这一列重复",
                            "应急保障 1 企业：表头缺少这一列",
                            "应急保障 1 开始日期：表头缺少这一列");
            assertThat(bad.entries()).hasSize(4);
        }

        @Test
        void aStreetKeepsWhatIsItsOwn() {
            take("district", whole());
            String wanli = compound;
            take("wanli", Books.book().sheet("项目经理", "XM" + number, "甲", company, wanli, "2026-04-01", ""));

            assertThat(told(refused(
                            "guandou",
                            Books.book().sheet("项目经理", "XM" + number, "甲", company, wanli, "2026-05-01", ""))))
                    .contains("项目经理 2 ：不是本镇街的，不能更改");
            assertThat(told(refused(
                            "wanli",
                            Books.book()
                                    .sheet(
                                            "物业服务合同",
                                            "HT-9",
                                            wanli,
                                            company,
                                            "物业服务合同",
                                            "2030-01-01",
                                            "2030-12-31",
                                            1,
                                            1,
                                            "",
                                            ""))))
                    .contains("物业服务合同 2 ：本表由区办公室登记，镇街不能更改");
            // what is there already may stand in its file
            assertThat(take("wanli", Books.book().sheet("物业服务企业", company, "企业" + number, code(), "甲", "否"))
                            .nothing())
                    .isTrue();
            assertThat(problem("wanli-1", whole()).kind()).isEqualTo(Problem.Kind.FORBIDDEN);
            assertThat(problem("company-1", whole()).kind()).isEqualTo(Problem.Kind.FORBIDDEN);
        }

        @Test
        void theTemplateIsPassedOver() {
            ImportReport report = desk.as("district", () -> imports.tryOut(imports.template()));

            assertThat(report.nothing()).isTrue();
            assertThat(report.sheets())
                    .hasSize(7)
                    .allSatisfy(it -> assertThat(it.examples()).isEqualTo(1));
        }

        private Books whole() {
            return Books.book()
                    .sheet("物业服务企业", company, "企业" + number, code(), "甲", "否")
                    .sheet(
                            "小区",
                            compound,
                            "花园" + number,
                            "商业开发",
                            "是",
                            "是",
                            "某路1号",
                            500,
                            new BigDecimal("60000.5"),
                            "湾里街道",
                            "community-wanli-1")
                    .sheet("项目经理", "XO" + number, "乙", "company-2", compound, "2020-05-01", "2025/12/31")
                    .row("项目经理", "XM" + number, "甲", "企业" + number, "花园" + number, NEW_YEAR, "")
                    .sheet(
                            "物业服务合同",
                            "HT-1",
                            compound,
                            "company-2",
                            "前期物业服务合同",
                            "2020-05-01",
                            "2026-04-30",
                            "700000",
                            3,
                            "2025-12-31",
                            "企业退出")
                    .row(
                            "物业服务合同",
                            "HT-2",
                            compound,
                            company,
                            "物业服务合同",
                            NEW_YEAR,
                            LocalDate.of(2028, 12, 31),
                            860000.25,
                            "2",
                            "",
                            "")
                    .sheet("业主委员会", compound, "业主委员会", "湾里业备〔2025〕1号", 7, "2025年3月1日", "2030-02-28", "")
                    .sheet("管理责任", compound, "2020-05-01", "物业服务合同", "company-2")
                    .row("管理责任", compound, NEW_YEAR, "物业服务合同", company)
                    .sheet("应急保障", "湾里街道", company, LocalDate.of(2031, 1, number % 28 + 1));
        }

        /** A right one for every test: the last character is computed. */
        private String code() {
            String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
            String body = "9134020700T00" + (1000 + number);
            for (char last : alphabet.toCharArray()) {
                if (dev.whistle.organisation.CreditCode.isOne(body + last)) {
                    return body + last;
                }
            }
            throw new AssertionError(body);
        }

        private ImportReport tryOut(String user, Books book) {
            return desk.as(user, () -> imports.tryOut(book.bytes()));
        }

        private ImportReport take(String user, Books book) {
            return desk.as(user, () -> imports.take(book.bytes(), "测试"));
        }

        /** Both ways, which must say the same. */
        private BadBookException refused(String user, Books book) {
            BadBookException tried =
                    Objects.requireNonNull(catchThrowableOfType(BadBookException.class, () -> tryOut(user, book)));
            BadBookException taken =
                    Objects.requireNonNull(catchThrowableOfType(BadBookException.class, () -> take(user, book)));
            assertThat(told(taken)).isEqualTo(told(tried));
            return taken;
        }

        private Problem problem(String user, Books book) {
            return Objects.requireNonNull(catchThrowableOfType(Problem.class, () -> take(user, book)));
        }
    }

    private static String told(BadBookException bad) {
        return bad.entries().stream()
                .map(it -> it.sheet() + " " + it.row() + " " + text(it.column()) + "："
                        + Texts.text(Locale.SIMPLIFIED_CHINESE, it.error()))
                .reduce("", (all, one) -> all + one + "\n");
    }

    private static String text(@Nullable String column) {
        return column == null ? "" : column;
    }
}
