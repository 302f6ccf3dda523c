package dev.whistle.web;

import dev.whistle.sheet.Heading;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A task as lists show it.
 *
 * @param title the case's
 * @param daysLeft whole days until the last day of the period, 0 on it, negative after it; null without a period
 * @param unitName the unit that it is for
 * @param assignee who has it; null while nobody does
 * @param standsInForName in whose place that one has it
 */
@Heading("任务列表")
record TaskRow(
        String taskId,
        @Heading("案件编号") @Nullable String caseNo,
        @Heading("事由") @Nullable String title,
        @Heading("小区") @Nullable String compoundName,
        @Heading("任务") String name,
        @Nullable OffsetDateTime dueAt,
        @Heading("期限最后一日") @Nullable LocalDate lastDay,
        @Heading("剩余天数") @Nullable Long daysLeft,
        @Heading("承办单位") String unitName,
        @Nullable String assignee,
        @Heading("办理人") @Nullable String assigneeName,
        @Heading("代何人办理") @Nullable String standsInForName) {}
