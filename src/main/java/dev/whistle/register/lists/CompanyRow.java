package dev.whistle.register.lists;

import dev.whistle.sheet.Heading;

/**
 * A company.
 *
 * @param compounds how many it runs on the day that is asked about
 * @param leaving whether it is ordered out of the district or leaves a compound
 */
@Heading("物业服务企业")
public record CompanyRow(
        @Heading("编号") String id,
        @Heading("名称") String name,
        @Heading("统一社会信用代码") String creditCode,
        @Heading("负责人") String manager,
        @Heading("国有") boolean stateOwned,
        @Heading("在管小区") int compounds,
        boolean leaving,
        @Heading("状态") String stateName) {}
