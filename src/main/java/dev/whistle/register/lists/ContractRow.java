package dev.whistle.register.lists;

import dev.whistle.sheet.Heading;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A contract.
 *
 * @param state {@code coming}, {@code running}, {@code over} or {@code ended}
 */
@Heading("物业服务合同")
public record ContractRow(
        @Heading("合同编号") String number,
        String compound,
        @Heading("小区") String compoundName,
        String company,
        @Heading("企业") String companyName,
        String kind,
        @Heading("合同类别") String kindName,
        @Heading("开始日期") LocalDate from,
        @Heading("结束日期") LocalDate to,
        @Heading("年合同额") BigDecimal yearlySum,
        @Heading("服务等级") int grade,
        @Heading("终止日期") @Nullable LocalDate endedOn,
        @Heading("终止原因") @Nullable String endedFor,
        @Heading("案件编号") @Nullable String caseNo,
        String state,
        @Heading("状态") String stateName) {}
