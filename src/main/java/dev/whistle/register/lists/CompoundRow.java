package dev.whistle.register.lists;

import dev.whistle.sheet.Heading;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A compound with who runs it on the day that is asked about. The headings are the import's columns. */
@Heading("小区")
public record CompoundRow(
        @Heading("编号") String id,
        @Heading("名称") String name,
        String kind,
        @Heading("类别") String kindName,
        @Heading("有物业") boolean managed,
        @Heading("建成区") boolean builtUp,
        @Heading("地址") String address,
        @Heading("户数") int households,
        @Heading("建筑面积") @Nullable BigDecimal area,
        String street,
        @Heading("镇街") String streetName,
        String community,
        @Heading("社区") String communityName,
        @Nullable String runner,
        @Heading("管理单位") @Nullable String runnerName,
        @Nullable String basis,
        @Heading("管理依据") @Nullable String basisName) {}
