package dev.whistle.register.lists;

import dev.whistle.sheet.Heading;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who ran a compound from when to when.
 *
 * @param from null where it is not known since when
 * @param to its last day; null while nobody is to follow
 * @param runner unit id; null for the owners themselves
 */
@Heading("管理责任")
public record ResponsibilityRow(
        String compound,
        @Heading("小区") String compoundName,
        @Heading("开始日期") @Nullable LocalDate from,
        String basis,
        @Heading("依据") String basisName,
        @Nullable String runner,
        @Heading("管理单位") @Nullable String runnerName,
        @Heading("结束日期") @Nullable LocalDate to,
        @Heading("案件编号") @Nullable String caseNo) {}
