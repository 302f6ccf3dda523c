package dev.whistle.register.lists;

import dev.whistle.sheet.Heading;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A committee or what stands in for one.
 *
 * @param state {@code coming}, {@code in-office}, {@code overdue} or {@code ended}
 */
@Heading("业主委员会")
public record CommitteeRow(
        String compound,
        @Heading("小区") String compoundName,
        String kind,
        @Heading("类别") String kindName,
        @Heading("备案号") @Nullable String filingNo,
        @Heading("人数") int members,
        @Heading("任期开始") LocalDate from,
        @Heading("任期结束") LocalDate to,
        @Heading("实际结束") @Nullable LocalDate endedOn,
        String state,
        @Heading("状态") String stateName) {}
